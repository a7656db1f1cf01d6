"""Lines and paragraphs that are no running text, or stand beside it, and those that only look like them."""

import pytest

from timeline.events import select
from timeline.model import Position
from timeline.structure import Role, blocks, running_sentences

BEFORE = "The river rose and took the bridge at night.\n\n"
BEHIND = "\n\nNobody was hurt."


def role_of(words: str, before: str = BEFORE) -> Role:
    """The role of what begins a block behind a paragraph of running text."""
    (block,) = (block for block in blocks(before + words + BEHIND) if block.start == len(before))
    return block.role


# Each role: what has it, and what has not: the traps look alike and are running text.
HAVE: dict[Role, list[str]] = {
    Role.NAVIGATION: [
        "Share this article",
        "Share this on Chirper",
        "Read more: The night the mill burned",
        "READ ALSO » Bridge falls in flood",
        "Comments (12)",
        "12 comments",
        "Leave a reply",
        "Home | About | Archive | Contact",
        "Home > News > North > Harwick",
        "Related stories",
        "Skip to main content",
        "Filed under: floods, bridges",
        "Subscribe to our weekly letter",
        "Back to top",
    ],
    Role.BYLINE: [
        "By Ann Holm",
        "By ANN HOLM and BO CARR",
        "By Ann Holm, Bo Carr and Cy Dane",
        "By Ann Holm, Staff Writer",
        "By Ann Holm in Harwick",
        "By Ann Holm | Northern Correspondent",
        "Written by Ann M. Holm",
        "Reporting by Ann Holm; Editing by Bo Carr",
        "From our own correspondent",
        "**By Ann Holm**",
    ],
    Role.ADDRESS: [
        "14 Dock Road",
        "14 Dock Road, Harwick",
        "221b Old Mill Lane, Harwick HW3 4AB",
        "1200 Third Avenue, Springfield, OH 45501",
        "Suite 400, 12 King Street",
        "P.O. Box 12, Harwick",
        "Springfield, OH 45501-1234",
        "Tel: 020 7946 0000",
        "E-mail: ann@example.org",
        "Fax +44 20 7946 0000",
        "www.example.org/mill",
        "https://example.org/2019/mill",
    ],
    Role.SIGNATURE: [
        "Yours sincerely,",
        "Yours very truly,\nAnn Holm",
        "I am, Sir, your most obedient servant,",
        "I have the honour to be, my Lord, your humble and obedient servant,",
        "Your husband, JOHN.",
        "Kind regards,",
        "Respectfully submitted,",
        "With love,\n\nAnn",
        "(Signed) J. HOLM",
        "/s/ Ann Holm",
        "Faithfully yours,\nBo Carr\nClerk of the Board",
    ],
    Role.CAPTION: [
        "Figure 3. The bridge after the flood",
        "Fig. 2: The bridge, seen from the mill.",
        "PLATE IV. THE OLD MILL",
        "Table 2 - Losses by month",
        "Photo: Ann Holm",
        "Image: the bridge after the flood",
        "The bridge after the flood. Photograph: Ann Holm/Northern Press",
        "Men clear the bridge on 3 May. (Photo by Ann Holm)",
        "Men clear the bridge, Harwick, 3 May 2021. [Ann Holm/Northern Press]",
        "The mayor visits the bridge on May 3.Ann Holm / Pool / Northern Press",
        "Men clear the bridge after the flood - ANN HOLM/NP/Pictures",
        "The old mill [File: Ann Holm/NP]",
    ],
    Role.FOOTNOTE: [
        "[^2]: The board had met before.",
        "¹ The board had met before.",
        "† Of these, four were let.",
        "Note 3. The board had met before.",
        "4 See the report of the board.",
        "4 Cf. the letter of the mayor to the board.",
        "12 Ibid. The board had met before.",
    ],
    Role.CITATION: [
        "Holm, A. (1998). The mills of the north. Harwick: Fjord Press.",
        "Holm, A., & Carr, B. (1998a). Floods of the north. Northern History, 12(3), 45-67.",
        "Holm, A. M. 1998. The mills of the north. Harwick: Fjord Press.",
        "Holm, Ann. The Mills of the North. Harwick: Fjord Press, 1998.",
        "Ann Holm, The Mills of the North (Harwick: Fjord Press, 1998), pp. 34-36.",
        "See Ann Holm, The Mills of the North (Fjord Press, 1998), p. 34.",
        "Carr, Bo. “The Flood.” Northern History 12, no. 3 (1998): 45–67.",
        "Ibid., p. 34.",
        "Holm, op. cit., at 34.",
        "Holm A, Carr B. The flood. doi:10.1234/nh.1998.12",
        "“The night of the flood”. The Harwick Mail. 4 May 2021. Retrieved 6 May 2021.",
        "1. Holm, A. (1998). The mills of the north. Harwick: Fjord Press.",
    ],
}

HAVE_NOT: dict[Role, list[str]] = {
    Role.NAVIGATION: [
        "Read more closely, the report tells of two floods.",
        "Read more than ten books a year, the teacher told them in 1911.",
        "Share this view with nobody, he wrote to her on 3 May.",
        "Comments by the mayor angered the board on 3 May.",
        "Related claims were settled in 1911.",
        "More from the north came in May.",
        "Follow us, he said, and they did.",
        "Subscribers paid two pounds in 1911.",
        "The home | the hall",
        "Next month the board meets again.",
        "Discussion",
        "Three comments were made at the hearing of 3 May.",
    ],
    Role.BYLINE: [
        "By March 1911 the mill had closed.",
        "By John Street stood an old mill, which burned in 1911.",
        "By Friday",
        "By May the Board had met twice",
        "By Ann Holm's account the mill burned at night.",
        "By then two men had died.",
        "Written by hand, the letter reached Harwick on 3 May.",
        "By order of the board, the mill was shut.",
        "By 1911",
        "From our own country came no help.",
    ],
    Role.ADDRESS: [
        "14 Dock Road burned down in 1911.",
        "Oslo, Bergen and Narvik fell on 9 April.",
        "Harwick, Leeds, York",
        "12 King Street houses were let in 1911.",
        "Springfield, OH, sent 45501 votes.",
        "Tel Aviv was shelled on 3 May.",
        "Fax machines came to the office in 1985.",
        "14 men crossed the Square",
        "3 May 1911",
        "They lived for many years in a small house that was known to all as\n14 Dock Road\nuntil it burned down.",
        "Mail ann@example.org by 3 May to come to the hall.",
    ],
    Role.SIGNATURE: [
        "Yours is the best mill, he wrote in 1911.",
        "Sincerely held views were told at the hearing.",
        "Best wishes came from the king on 3 May.",
        "Respectfully, the board refused the plan of 3 May.",
        "Your husband came on Friday.",
        "Your servant has seen the mill, he said.",
        "Regards to Ann, who left on 3 May.",
        "Love, a film of 1911, was shown at the hall.",
        "With love and hope they left for the north.",
        "Thanks",
        "Yours truly opened the hall on 3 May.",
        "Signed copies of the book were sold on 3 May.",
    ],
    Role.CAPTION: [
        "Figure 3 shows the bridge after the flood.",
        "Plate IV was lost in the fire of 1911.",
        "Table 2 lists the losses of 1911.",
        "Fig trees were planted in 1911.",
        "Picture books were sold at the hall.",
        "The board met [see the photo of 3 May].",
        "He joined a union (Unite/Northern Crafts).",
        "It was signed by Ann Holm/Bo Carr",
        "Map V and the chart - both of 1911 - were lost.",
        "A photo by Ann Holm won the prize of 1911.",
        "The photograph: who took it on 3 May?",
        "The file was closed on 3 May (the image is lost).",
    ],
    Role.FOOTNOTE: [
        "12 men died on 3 May.",
        "12 Men of Harwick left on 3 May.",
        "3 May 1911. The mill burned.",
        "[12] The claimant bought the mill on 3 March 2009.",
        "[Sic] was written beside it.",
        "* The crane was mended.",
        "*Harwick* fell on 3 May.",
        "1. See that the crane is mended.",
        "Note 3 was paid on 3 May.",
        "See the report of 3 May.",
        "[T]he mill burned on 3 May.",
    ],
    Role.CITATION: [
        "Holm, 34, left the mill in 1998.",
        "Holm (1998) says that the mill burned at night.",
        "Holm, A. P., was killed in 1998.",
        "Ann Holm, who ran the mill, sold it to the guild (the buyer) in 1998.",
        "According to Holm (1998), the mill burned.",
        "Harwick, Leeds and York fell in 1998.",
        "Harwick: the mill burned in 1998.",
        "Ann Holm told the board in 1998, pp. 3-4 of its report say.",
        "The bodies were retrieved on 3 May 2021.",
        "Carr, Bo and Ann left the north in 1998.",
        "In 1998 Holm, A. and Carr, B. founded the mill.",
        "Holm accessed the files on 3 May 2021.",
    ],
}


def _rows(table: dict[Role, list[str]]) -> list[object]:
    return [pytest.param(role, words, id=f"{role}: {words[:40]}") for role, some in table.items() for words in some]


@pytest.mark.parametrize(("role", "words"), _rows(HAVE))
def test_has_its_role(role: Role, words: str) -> None:
    assert role_of(words) == role


@pytest.mark.parametrize(("role", "words"), _rows(HAVE_NOT))
def test_looks_alike_and_is_running_text(role: Role, words: str) -> None:
    text = BEFORE + words + BEHIND
    held = [b for b in blocks(text) if b.start < len(BEFORE) + len(words) and b.end > len(BEFORE)]
    assert role not in {block.role for block in held}
    assert not any(block.is_furniture or block.is_aside for block in held)


# name, text, the roles of its blocks
PAGES = [
    (
        "a note that the text points at",
        "The mill was sold.[3] Nobody knew.\n\n[3] The board had met before.",
        "text footnote",
    ),
    ("a number that the text points at", "The mill was sold.3 Nobody knew.\n\n3 The board had met.", "text footnote"),
    ("a star that the text points at", "The mill* was sold.\n\n*It had been let in 1911.", "text footnote"),
    ("paragraphs that are counted", "[1] The mill was sold.\n\n[2] Nobody knew.\n\n[3] He left.", "text text text"),
    ("a day that looks like a note", "It was sold.3 He left.\n\n3 May 1911 was a Friday.", "text text"),
    ("a note that is a citation", "It was sold.¹ He left.\n\n¹ Ibid., p. 34.", "text citation"),
    (
        "a note among wrapped lines",
        "The board of the mill had met on the third and\nheard that the crane was broken and that\n"
        "† The crane of 1911.\n"
        "nobody would mend it until the spring came and\nthe river fell.",
        "text footnote text",
    ),
    (
        "titles of other pages",
        "Related stories\nBridge falls in flood\nMayor resigns over bridge\n\nThe river rose at night.",
        "navigation navigation navigation text",
    ),
    (
        "titles of other pages in a list",
        "The river rose.\n\nLatest\n\n- Bridge falls in flood\n- Mayor resigns\n\nNobody was hurt.",
        "text navigation navigation navigation text",
    ),
    ("a heading and text below", "Latest from Harwick\n\nThe river rose at night.", "heading text"),
    (
        "a list of writings",
        "It was sold.\n\nReferences\n\n"
        "Holm, Ann, The mills of the north, 1998.\n- Carr, B., Floods, 2004\n\nThe end came.",
        "text heading citation citation text",
    ),
    ("the same elsewhere", "It was sold.\n\nHolm, Ann, the heir of the mill, left in 1998.", "text text"),
    (
        "a letter",
        "14 Dock Road\nHarwick HW3 4AB\n\nDear Ann,\n\nThe mill burned.\n\n"
        "I am, Sir,\nYour obedient servant,\nBO CARR.\n\nLETTER II",
        "address address text text text signature signature heading",
    ),
    ("a close without a name", "The mill burned.\n\nMany thanks\n\nto all who came.", "text heading text"),
    ("a page head cuts a sentence", "The bridge of the town\n\nPage 3 of 9\n\nwas taken.", "text page head text"),
    ("two page heads do", "The bridge of the town\n\n- 3 -\n\nPage 4 of 9\n\nfell.", "text page head page head text"),
    ("a heading at the end of a page", "The Bridge\n\nPage 3 of 9\n\nIt was taken.", "heading page head text"),
    ("a pair of names", "Best\nPicture", "text text"),
]


@pytest.mark.parametrize(("text", "roles"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_roles_on_a_page(text: str, roles: str) -> None:
    assert " ".join(block.role.value for block in blocks(text)) == roles


def test_sentences_of_a_page_are_those_of_its_text() -> None:
    text = (
        "By Ann Holm\n\n14 Dock Road\n\nThe mill burned.[1]\n\nFigure 1. The mill\n\n[1] It stood for years.\n\n"
        "Ibid., p. 34.\n\nRead more: The flood\n\nYours sincerely,\nBo Carr"
    )
    told = [text[start:end] for start, end in running_sentences(text)]
    assert told == ["The mill burned.[1]", "The mill", "It stood for years."]


@pytest.mark.parametrize(
    "aside",
    [
        "Figure 1. Men of the town clear the bridge after the flood of 3 May.",
        "Men of the town clear the bridge after the flood of 3 May. (Photo: Ann Holm)",
        "Note 1. The board of the town had met at the mill on 3 May to hear of the bridge.",
        "Holm, A. (1998). The floods of the north and the bridge of Harwick. Oslo: Fjord Press.",
        "Read more: How the men of the town cleared the bridge after the flood of 3 May",
    ],
)
def test_what_stands_beside_the_text_is_neither_its_headline_nor_its_lead(aside: str) -> None:
    story = "The river rose at night and took the old bridge with it."
    text = f"{aside}\n\nFlood takes the bridge at Harwick\n\n{aside}\n\n{story}"
    passages = select(text, running_sentences(text), [])
    told = {p.position: text[p.start : p.end] for p in passages}
    assert told[Position.HEADLINE] == "Flood takes the bridge at Harwick"
    assert told[Position.LEAD] == story
