"""Who is answered and how: the token, checks, headers, connections, errors, and the files of the page.

access       who may look: the token
safety       headers and checks of every request
calls        calls that no page of ours would make
connections  many of them at once
reach        which files of this machine may be read
files        the style sheets and scripts of the page
errors       what is said when something goes wrong
"""
