"""The chosen event: what is known of it, who says so, and its source's text with the quotes marked.

layout     the panel, and the drawer with a text
callbacks  what fills them
detail     what, when, why so, and what else may be the same
reports    who says so
document   a source's text with its quotes marked
"""
