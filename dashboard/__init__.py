"""The dashboard: a timeline in the browser. Its rooms:

    app         the Dash app: page + callbacks + safety
    serve       a server on this machine
    page        what is where
    ids         the names of the page's parts
    callbacks   which part follows from which
    state       what is looked at, and how it stands in the address
    filters     which events are looked at
    desk        the project that is worked on, as it is now
    collection  the events that are served
    detail      the chosen event
    reports     who says so
    similar     events like the chosen one
    curating    what a person puts right, as decisions for the log
    editor      the forms for it
    history     the log as a person reads it
    attributes  HTML attributes with a hyphen
    document    a source's text with its quotes marked
    facets      which events have which values, and how many a choice would leave
    menus       the filters as menus and tags
    typed       dates as a person types them
    listing     the table of events
    keys        what the keys do
    sources     the documents, adding, dating and removing them
    uploads     files that are given to a project
    building    builds in the background
    reach       which files of this machine may be read
    share       exports and charts of what is looked at
    embed       a view for a frame in another page
    routes      what is answered beside the page
    errors      what is said when something goes wrong
    safety      headers and checks of every request
    access      who may look: the token
    calls       calls that no page of ours would make
    connections many of them at once
    assets/     style sheets, and what only a browser can do
    embedded/   the same for the embedded view, which is no part of the page

Figures come from `timeline.charts`.
"""

from dashboard.app import create_app

__all__ = ["create_app"]
