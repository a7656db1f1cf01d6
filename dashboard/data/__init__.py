"""The project that is worked on, its events, and which of them are looked at; no HTML.

desk        the project that is worked on, as it is now
collection  its events, with what search and filters need
filters     which events are looked at
facets      which events have which values, and how many a choice would leave
similar     events like another one
state       what is looked at, and how it stands in the address
"""
