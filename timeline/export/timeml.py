"""The dates of one document as TimeML, for tools that read or score these: its text with a TIMEX3 tag around each date.

TimeML 1.2.1 with the parts that TempEval-3 uses: DOCID, DCT (the publication date, where it is known) and TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from timeline.dates.timex import span_value
from timeline.model import DateMention, Document

# Characters that XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The character that readers of XML change unless it is escaped.
_KEPT = {"\r": "&#13;"}


def dumps(document: Document, mentions: Iterable[DateMention]) -> str:
    """The document as XML that ends in a line feed; `mentions` are its dates, in order and without overlaps.

    TEXT holds the document's text to the letter, but for characters that XML 1.0 cannot hold, such as a form feed: each
    becomes one U+FFFD, so that no offset changes.

    >>> from timeline.model import Basis, DateType, Quote
    >>> from timeline.why import text
    >>> date = DateMention(Quote(8, 12, "2008"), DateType.DATE, "2008", None, Basis.STATED, text("as it stands"))
    >>> print(dumps(Document(id="a", text="A & B, (2008)"), [date]))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <DOCID>a</DOCID>
    <TEXT>A &amp; B, (<TIMEX3 tid="t1" type="DATE" value="2008">2008</TIMEX3>)</TEXT>
    </TimeML>
    <BLANKLINE>
    """
    head = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>", f"<DOCID>{_text(document.id)}</DOCID>"]
    if document.published is not None:
        value = span_value(document.published)
        dct = _tag("t0", type="DATE", value=value, functionInDocument="CREATION_TIME", said=value)
        head.append(f"<DCT>{dct}</DCT>")
    parts, at = [], 0
    placed = ((mention, mention.quote) for mention in mentions if mention.quote is not None)
    for number, (mention, quote) in enumerate(placed, start=1):
        parts.append(_text(document.text[at : quote.start]))
        parts.append(_tag(f"t{number}", type=mention.type.value, value=mention.value, mod=mention.mod, said=quote.text))
        at = quote.end
    parts.append(_text(document.text[at:]))
    return "\n".join([*head, f"<TEXT>{''.join(parts)}</TEXT>", "</TimeML>", ""])


def _tag(tid: str, *, said: str, **attributes: str) -> str:
    """A TIMEX3 tag around the words of a date; attributes that are "" are left out."""
    written = "".join(f" {name}={quoteattr(_legal(value))}" for name, value in attributes.items() if value)
    return f'<TIMEX3 tid="{tid}"{written}>{_text(said)}</TIMEX3>'


def _text(written: str) -> str:
    """A text escaped for XML."""
    return escape(_legal(written), _KEPT)


def _legal(written: str) -> str:
    """A text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("\ufffd", written)
