"""Putting events right: buttons, forms, and the log of corrections."""
