"""Timeline -> figures, for the dashboard and for reports. The modules, each using those before it:

    text     labels: their width in pixels, shortening, escaping
    ticks    calendar units along the axis
    palette  colours and shapes
    index    the dated events as arrays
    linked   an event's other dates: plans, disagreeing accounts
    lanes    the events of each source, participant, place or status
    packing  rows of marks and labels, in pixels
    views    the contents of a view: counts, marks or labels; lanes; the strip of events without a date of their own
    bars     histograms as Plotly's traces
    marks    marks, spans and labels as Plotly's traces
    legend   the meaning of the marks
    figures  whole figures
    quotes   quotes with the words that decide them
    report   files: a page, an image

Figures are pure functions: the same timeline, window and size give the same figure. They draw the events that they
are given; a file holds the main events alone unless more is asked for. Times along the axis are days since
1 January 1970; a window is a pair of these, the second one excluded.
"""

from timeline.charts.figures import CONFIG, drawing, figure, overview, selections
from timeline.charts.index import STATUSES, Flags, Index, Indices, is_minor
from timeline.charts.lanes import LaneKind
from timeline.charts.palette import ThemeName
from timeline.charts.quotes import Highlight, mention_highlights, pieces
from timeline.charts.report import page, report_figure, write
from timeline.charts.ticks import CALENDAR, Window
from timeline.wording import STATUS_IN_WORDS, date_in_words, moment_in_words, year_in_words

__all__ = [
    "CALENDAR",
    "CONFIG",
    "STATUSES",
    "STATUS_IN_WORDS",
    "Flags",
    "Highlight",
    "Index",
    "Indices",
    "LaneKind",
    "ThemeName",
    "Window",
    "date_in_words",
    "drawing",
    "figure",
    "is_minor",
    "mention_highlights",
    "moment_in_words",
    "overview",
    "page",
    "pieces",
    "report_figure",
    "selections",
    "write",
    "year_in_words",
]
