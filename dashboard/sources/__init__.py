"""The documents: sending, dating and removing them, and building again in the background.

layout     the drawer and its dialogs
callbacks  what fills them, and what a person asks for
routes     where files are sent to
documents  the documents as they are listed
progress   what is said of a build
uploads    files that are given to a project
building   builds in the background
"""
