"""The timeline as it is drawn: window, zoom, overview, lanes, and the address that leads back."""
