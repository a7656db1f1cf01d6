"""The dashboard: a timeline in the browser. Its rooms:

    app         the Dash app: page + callbacks + safety
    serve       a server on this machine
    page        what is where
    ids         the names of the page's parts
    callbacks   which part follows from which
    state       what is looked at, and how it stands in the address
    collection  the events that are served: search, filters
    detail      the chosen event
    attributes  HTML attributes with a hyphen
    document    a source's text with its quotes marked
    listing     the list of events
    safety      headers and checks of every request
    assets/     style sheet, and what only a browser can do

Figures come from `timeline.charts`.
"""

from dashboard.app import create_app

__all__ = ["create_app"]
