"""The timeline as it is drawn: the window and zoom, overview, lanes, and the address that leads back.

layout     the fields of dates, lanes, zoom, and the drawings
callbacks  the window, the chosen event, the drawing, the address
zoom       the window after what a person did
typed      dates as a person types them
"""
