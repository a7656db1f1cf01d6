"""The names by which callbacks find the parts of the page."""

LOCATION = "location"
ADDRESS = "address"  # {"search": part of the address} when the page opened, and when a person goes back or forward
PROVIDER = "provider"

# What is looked at. Everything else follows from these.
WINDOW = "window"  # [first day, day after the last], days since 1970; None for all
SELECTED = "selected"  # the chosen event's id
FILTERS = "filters"  # what `dashboard.data.filters.Filters` holds; None until the address was read
MARK = "mark"  # the state of the project; changes with every build and correction
THEME = "theme"  # "light" or "dark"
SIZE = "size"  # of the timeline: {"width", "height"} in pixels

LANES = "lanes"  # what sets events apart in the timeline
SORT = "sort"  # of the table

# Fields that make up the filters.
SEARCH = "search"
MENU = "menu"  # {"name": of the open menu, "words": typed into it, "most": values to show}
TAGS = "tags"  # what is asked
REACH = "reach"  # the choice between the main events and all
REACH_MAIN = "reach-main"
REACH_ALL = "reach-all"
RESULT = "result"  # how many events match
FROM = "date-from"
TO = "date-to"
DATES_NOTE = "dates-note"  # what is wrong with a typed date

# What a person does, as the browser reports it.
CLICKED = "clicked"  # {"action": [...]} of a clicked point, as `timeline.charts` gives it
ZOOMED = "zoomed"  # {"change": what Plotly tells} after the timeline was scrolled or dragged
PICKED = "picked"  # {"event": id} of a clicked entry
NARROWED = "narrowed"  # {"field": of the filters, "value": name} of a clicked name
DATED = "dated"  # {"from", "to"} as typed
SORTED = "sorted"  # {"column"} of a clicked heading
TURNED = "turned"  # {"step"} to another page of the table
READING = "reading"  # {"event": id, "mention": number} of a clicked "read"
KEY = "key"  # {"key": name} pressed on the timeline
ZOOM_ALL = "zoom-all"
ZOOM_IN = "zoom-in"
ZOOM_OUT = "zoom-out"
CLOCK = "clock"  # ticks, so that changes by others are seen
THEME_TOGGLE = "theme-toggle"

# What is shown.
BODY = "body"
TIMELINE = "timeline"
FRAME = "timeline-frame"
OVERVIEW = "overview"
NOTE = "note"
DRAWING = "drawing"  # the figure on its way to the timeline
DRAWN = "drawn"  # the window last drawn; what may come later waits for it
DETAIL = "detail"
ALIKE = "alike"  # events like the chosen one
NOTHING = "nothing"  # what stands in an empty timeline
KEYS = "keys"  # the dialog that lists the keys
SPOKEN = "spoken"  # the chosen event in one line, for screen readers
LIST = "list"
ROWS = "rows"  # a page of the table on its way to the list, as `dashboard.find.listing.table` gives it
LIST_SCOPE = "list-scope"
LIST_PAGE = "list-page"  # the number of the page that is shown
DOCUMENT = "document"
DOCUMENT_TEXT = "document-text"
LINK = "link"
EFFECT = "effect"  # outputs that only a browser's function needs


def menu(name: str) -> str:
    """The menu of a filter."""
    return f"menu-{name}"


def menu_choices(name: str) -> str:
    """What a filter's menu offers."""
    return f"menu-{name}-choices"


def menu_count(name: str) -> str:
    """The number of values of a filter that are asked for."""
    return f"menu-{name}-count"


# Putting things right.
WHO = "who"  # the name of whoever corrects, kept by the browser
WHO_FORM = "who-form"
WHO_FIELD = "who-field"
WHO_SAVE = "who-save"
CORRECTING = "correcting"  # what is wanted, as `dashboard.curate.curating` reads it
PENDING = "pending"  # what is wanted and waits for a name
NOTICES = "notices"
EDITING = "editing"  # {"event": id} whose form is asked for
SEEN = "seen"  # {"event": id, "mark": state of the project} when the form was opened
EDITOR = "editor"
EDIT_TITLE = "edit-title"
EDIT_DATE = "edit-date"
EDIT_STATUS = "edit-status"
EDIT_NOTE = "edit-note"
EDIT_SAVE = "edit-save"
MERGING = "merging"  # {"event": id} for which another is looked for
MERGER = "merger"
MERGE_SEARCH = "merge-search"
MERGE_FOUND = "merge-found"
SELECTION = "selection"  # {"document", "start", "end", "text"} of selected words
ADDER = "adder"
ADD_WORDS = "add-words"
ADD_TITLE = "add-title"
ADD_DATE = "add-date"
ADD_SAVE = "add-save"
ADD_SELECTED = "add-selected"
UNDO = "undo"
LOG = "log"
LOG_OPEN = "log-open"
LOG_ENTRIES = "log-entries"
LOG_UPLOAD = "log-upload"

# The documents, and building them again.
SOURCES_OPEN = "sources-open"
SOURCES = "sources"
SOURCE_SEARCH = "source-search"
SOURCE_PAGE = "source-page"
SOURCE_LIST = "source-list"
SOURCE_ASKED = "source-asked"  # {"what": "date" or "remove", "source": id} of a clicked button
UPLOADED = "uploaded"  # {"kept": names, "refused": [{"name", "reason"}]} after files were sent
REFUSED = "refused"  # the files among them that were refused
PATH = "path"
PATH_ADD = "path-add"
REBUILD = "rebuild"
DATE_DIALOG = "date-dialog"
DATE_OF = "date-of"
DATE = "date"
DATE_READ = "date-read"
DATE_SET = "date-set"
DATE_FORGET = "date-forget"
DATE_CANCEL = "date-cancel"
REMOVE_DIALOG = "remove-dialog"
REMOVE_WHAT = "remove-what"
REMOVE = "remove"
REMOVE_CANCEL = "remove-cancel"
BUILD = "build"  # the stage of the running build, the documents done and all of them; else what came of the last
BUILD_ASKED = "build-asked"  # changes when this tab asked for a build
BUILD_CLOCK = "build-clock"  # ticks while a build is running
BUILT = "built"  # how many builds have ended

# What leaves the page.
TOOLS = "tools"  # search and filters
COUNTS = "counts"  # how many events and sources there are
SHARE_OPEN = "share-open"
SHARE = "share"
SHARE_SCOPE = "share-scope"
SHARE_FILES = "share-files"
SHARE_LINK = "share-link"
SHARE_EMBED = "share-embed"

COMPLAINT = "complaint"  # what went wrong, in words
