"""What leaves the page: files, charts, links, and the view for a frame in another page."""
