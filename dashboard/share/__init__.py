"""What leaves the page: files, the chart, links, and the embedded view for a frame in another page.

layout     the dialog
callbacks  what it offers
routes     the addresses of files and of the embedded view
exports    files of what a link shows
embed      a view for a frame in another page
"""
