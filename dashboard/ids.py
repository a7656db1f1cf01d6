"""The names by which callbacks find the parts of the page."""

LOCATION = "location"
PROVIDER = "provider"

# What is looked at. Everything else follows from these.
WINDOW = "window"  # [first day, day after the last], days since 1970; None for all
SELECTED = "selected"  # the chosen event's id
SEARCH = "search"
STATUSES = "statuses"
THEME = "theme"  # "light" or "dark"
SIZE = "size"  # of the timeline: {"width", "height"} in pixels

# What a person does, as the browser reports it.
CLICKED = "clicked"  # {"action": [...]} of a clicked point, as `timeline.charts` gives it
ZOOMED = "zoomed"  # {"change": what Plotly tells} after the timeline was scrolled or dragged
PICKED = "picked"  # {"event": id} of a clicked entry
READING = "reading"  # {"event": id, "mention": number} of a clicked "read"
KEY = "key"  # {"key": name} pressed on the timeline
ZOOM_ALL = "zoom-all"
ZOOM_IN = "zoom-in"
ZOOM_OUT = "zoom-out"
THEME_TOGGLE = "theme-toggle"

# What is shown.
TIMELINE = "timeline"
FRAME = "timeline-frame"
OVERVIEW = "overview"
NOTE = "note"
DRAWING = "drawing"  # the figure on its way to the timeline
DRAWN = "drawn"  # the window last drawn; what may come later waits for it
DETAIL = "detail"
SPOKEN = "spoken"  # the chosen event in one line, for screen readers
LIST = "list"
LIST_SCOPE = "list-scope"
LIST_PAGE = "list-page"
DOCUMENT = "document"
DOCUMENT_TEXT = "document-text"
LINK = "link"
EFFECT = "effect"  # outputs that only a browser's function needs
