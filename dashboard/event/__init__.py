"""The chosen event: what is known of it, who says so, and its source's text."""
