"""The dashboard: a timeline in the browser. A folder a feature, with its layout, callbacks, script and styles together.

What a person sees and does:

    view/     the timeline as it is drawn: the window and zoom, overview, lanes, and the address that leads back
    event/    the chosen event: what is known of it, who says so, and its source's text with the quotes marked
    find/     search, the menus of filters, and the table of events
    curate/   putting events right: buttons, forms, and the log of corrections
    sources/  the documents: sending, dating and removing them, and building again in the background
    share/    what leaves the page: files, the chart, links, and the embedded view for a frame in another page

What these stand on:

    page/     the page around them: what is where, light and dark, the keys, the styles that all share
    data/     the project that is worked on, its events, and which of them are looked at; no HTML
    server/   who is answered and how: the token, checks, headers, connections, errors, the files of the page

And beside the folders:

    serve       a server on this machine, for `timeline serve`
    app         the Dash app, put together
    features    which features there are: the files that the page loads, in their order, and what is wired
    ids         the names of the page's parts
    clientside  outputs that a function of a script gives
    wording     what is said of events and sources in more than one feature
    attributes  HTML attributes with a hyphen

In a feature's folder `layout` draws, `callbacks` wires and `routes` answers beside the page; the other modules do the
work. Features do not import each other, but for what pyproject.toml names with its reason. Figures come from
`timeline.charts`.
"""

from dashboard.app import create_app

__all__ = ["create_app"]
