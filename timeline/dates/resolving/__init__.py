"""Contents into days: what an expression names, read from the reference day and what the text told before.

state       what is known at one point of a text, and the outcome for one expression
calendar    dates that leave out their year, weekdays, "last August"
numeric     01/03/2008
counting    "last month", "three days ago", "the past decade", "the sixth day"
expression  which of these an expression needs; parts, times of day and ranges around them
"""
