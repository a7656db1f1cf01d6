"""A title for a text that came without one."""

from __future__ import annotations

import re

from timeline.sight import visible

LEADING = 2000  # characters at the beginning in which a headline is looked for
LONGEST = 200  # characters of a headline
FEWEST_WORDS = 4  # what is shorter is a section name, a caption, an agency
# A line that ends a sentence, with or without a closing quote or bracket. "the U.S." ends none for sure.
SENTENCE_END = re.compile(r"(?<![A-Z])\.[\"'”’)\]»]*$")
# The title of Markdown: in its front matter, or as the first heading of the highest rank.
MARKED_TITLE = re.compile(
    r"\s*(?:---\n(?:(?!---)[^\n]*\n){0,20}?title:[ \t]*[\"']?(?P<named>[^\n\"']{1,200})"
    r"|#[ \t]+(?P<headed>[^\n#]{1,200}))"
)
MARKS = re.compile(r"^#{1,6}\s+|^[*_]{1,3}(?=\w)|[*_]{1,3}$|(?<=\w)\s+#+$")
# What no headline is made of: a web address, a rule of dashes, a number, a date in figures.
NO_HEADLINE = re.compile(r"https?:|www\.|[\W\d_]+$")


def headline(text: str) -> str:
    r"""The line above the text proper that reads like a headline, "" where none does.

    Lines of three words or fewer (a section, a caption) give way to a longer one below them. A line that is long or
    ends in a full stop begins the text proper. In Markdown the first heading, or the title of the front matter, is it.

    >>> headline("Asia\n\nMinisters agree on a new treaty\n\nThe ministers of both countries agreed.")
    'Ministers agree on a new treaty'
    >>> headline("Once upon a time there was a text.")
    ''
    """
    head = visible(text[:LEADING]).splitlines()
    if len(text) > LEADING:
        head.pop()  # cut off somewhere
    short = ""
    marked = MARKED_TITLE.match("\n".join(head))
    if marked is not None:
        return " ".join((marked["named"] or marked["headed"]).split())
    for line in filter(None, map(str.strip, head)):
        if len(line) > LONGEST or SENTENCE_END.search(line):
            break
        if NO_HEADLINE.match(line):
            continue
        words = MARKS.sub("", line).split()
        if len(words) >= FEWEST_WORDS:
            return " ".join(words)
        short = short or " ".join(words)
    return short
