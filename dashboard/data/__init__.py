"""The project that is worked on, its events, and which of them are looked at; no HTML."""
