"""Search, the menus of filters, and the table of events.

layout           search and filters, and the frame of the table
callbacks        search and filters
menus            the filters as menus and tags
listing          the events of the table, their order and pages
table_callbacks  the table
"""
