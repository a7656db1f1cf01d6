"""When a document says that it was written: its file name, its head, its title, its last lines; and dates that look so.

Each case is a document with its file name, and the day or month on which it was written, "" where nothing says it.
"""

import pytest

from timeline import build
from timeline.dates import find, under_headings
from timeline.dating.published import infer, known
from timeline.model import Basis, Document, PublishedBasis
from timeline.timespan import TimeSpan
from timeline.why_words import sentence

STORY = (
    "The river rose above the quay and the lower town was cleared. Boats were tied to lamp posts, and the council let "
    "the school be used as a shelter for those who had nowhere to go.\n"
)
LONG = STORY * 16
"""More than the head of a document."""

ICE = (
    "Ice closed the canal for nine days and coal ran short in the upper town. The company hired forty men to break it "
    "with poles, and paid them in bread.\n"
)
CANAL = ICE * 18

NAMES = [
    ("day in front", "2009-05-05-mill.txt", STORY, "2009-05-05"),
    ("eight figures", "20090505_mill.txt", STORY, "2009-05-05"),
    ("folders", "wire/2013/07/02/flood.txt", STORY, "2013-07-02"),
    ("month in letters", "03-May-2021 notes.txt", STORY, "2021-05-03"),
    ("month alone", "report 2013-05.txt", STORY, "2013-05"),
    ("words and low lines", "minutes_4_march_2014.txt", STORY, "2014-03-04"),
    ("month first in words", "Letter March 4, 2014.docx", STORY, "2014-03-04"),
    ("ordinal", "letter of 4th march 2014.txt", STORY, "2014-03-04"),
    ("day behind", "mill-2009-05-05.txt", STORY, "2009-05-05"),
    ("dots", "2009.05.05 mill.txt", STORY, "2009-05-05"),
    ("low lines", "mill_2009_05_05.txt", STORY, "2009-05-05"),
    ("a time of day behind", "20090505T101500Z.txt", STORY, "2009-05-05"),
    ("a number behind", "2009-05-05-2.txt", STORY, "2009-05-05"),
    ("only one order", "mill 25-04-2021.txt", STORY, "2021-04-25"),
    ("only the other order", "mill 04-25-2021.txt", STORY, "2021-04-25"),
    ("one day in either order", "mill 03-03-2021.txt", STORY, "2021-03-03"),
    ("folder named by its day", "wire/2013-07-02/flood.txt", STORY, "2013-07-02"),
    ("month and year in words", "newsletter May 2013.txt", STORY, "2013-05"),
    ("windows path", "wire\\2013-07-02 flood.txt", STORY, "2013-07-02"),
    ("the text goes before", "2009-05-07-mill.txt", f"Mill\nPublished: 5 May 2009\n\n{STORY}", "2009-05-05"),
    ("a plan behind it", "2009-05-05-mill.txt", STORY + "The quay will be rebuilt on 3 June 2010.", "2009-05-05"),
    ("days before it", "2009-05-05-mill.txt", STORY + "The mill had burned on 3 June 1990.", "2009-05-05"),
    ("ambiguous", "mill 03-04-2021.txt", STORY, ""),
    ("a longer number", "case 2009050512345.txt", STORY, ""),
    ("figures of no day", "20091350_mill.txt", STORY, ""),
    ("year alone", "mill 2009.txt", STORY, ""),
    ("years", "history 2010-12.txt", STORY, ""),
    ("years in full", "history 1999-2004.txt", STORY, ""),
    ("two days", "2009-05-05 to 2009-05-09 log.txt", STORY, ""),
    ("folders of a year and a month", "wire/2013/07/flood.txt", STORY, ""),
    ("told behind it", "2009-05-05-mill.txt", STORY + "On 3 June 2010 the council met.", ""),
    ("month told behind it", "2009-05-05-mill.txt", STORY + "The mill closed in June 2010.", ""),
    ("a deadline", "deadline 2009-05-05.txt", STORY, ""),
    ("a span of time", "letters since 2009-05-05.txt", STORY, ""),
    ("a scan", "scan 2019-05-05 of letter.txt", STORY, ""),
    ("a number in front", "case 12-2009-05-05.txt", STORY, ""),
    ("a word", "may report.txt", STORY, ""),
    ("a person", "April Hill 12.txt", STORY, ""),
    ("backup folder", "backup-2020-01-01/mill.txt", STORY, ""),
    ("figures of a telephone", "555-2013-0503.txt", STORY, ""),
    ("letters and figures in one", "img20090505x.txt", STORY, ""),
    ("lowercase month day", "sitrep 7 sept 2015.md", STORY, "2015-09-07"),
    ("short month glued", "07SEP2015 sitrep.txt", STORY, "2015-09-07"),
    ("iso week no", "2015-W36 sitrep.txt", STORY, ""),
    ("date and clock", "2015-09-07 14.30 sitrep.txt", STORY, "2015-09-07"),
    ("screenshot style", "Note 2015-09-07 at 14.30.22.txt", STORY, "2015-09-07"),
    ("eight figures in middle", "log_20150907_final.txt", STORY, "2015-09-07"),
    ("fourteen figures", "20150907143000.txt", STORY, ""),
    ("phone", "+49 30 2015-0907.txt", STORY, ""),
    ("version", "spec 2.0.2015.txt", STORY, ""),
    ("law", "act-1998-12.txt", STORY, "1998-12"),
    ("decade", "1920s letters.txt", STORY, ""),
    ("letter from a person", "letter from ann 1916-07-01.txt", STORY, "1916-07-01"),
    ("letters to date", "letters to 1916-07-01.txt", STORY, ""),
    ("year and month folder, day file", "diary/1916/07/01.txt", STORY, "1916-07-01"),
    ("season", "newsletter spring 2013.txt", STORY, ""),
    ("month first", "October 3 1873 letter.txt", STORY, "1873-10-03"),
    ("st", "1st of July 1916.txt", STORY, "1916-07-01"),
    ("day of a diary", "1916-07-01 diary.txt", "1 July 1916\n\n" + STORY + "\n4 July 1916\n\n" + STORY, ""),
    ("after last entry", "1916-07-09 diary.txt", "1 July 1916\n\n" + STORY + "\n4 July 1916\n\n" + STORY, "1916-07-09"),
    ("same year told", "2009-05-05.txt", STORY + "In 2009 the mill closed.", "2009-05-05"),
    ("next years told", "2009-05-05.txt", STORY + "In 2014 the mill closed.", ""),
    ("two digit year", "05-05-09 notes.txt", STORY, ""),
    ("underscores dmy words", "ltr_03_May_1921_canal.txt", ICE, "1921-05-03"),
    ("month only words", "Board pack - November 2018.pdf", ICE, "2018-11"),
    ("with version", "2018-11-05_board_v2.docx", ICE, "2018-11-05"),
    ("range months", "2018-11 to 2018-12 digest.txt", ICE, ""),
    ("fiscal", "FY2018-19 report.txt", ICE, ""),
    ("season span", "2018-19 season.txt", ICE, ""),
    ("isbn", "9780201310054.txt", ICE, ""),
    ("weekday", "Mon 5 Nov 2018 canal.txt", ICE, "2018-11-05"),
    ("born", "ann-poe-born-1921-05-03.txt", ICE, ""),
    ("quarter", "2018-Q4 canal.txt", ICE, ""),
    ("dotted dmy", "05.11.2018 canal.txt", ICE, ""),
    ("dotted dmy clear", "25.11.2018 canal.txt", ICE, "2018-11-25"),
    ("two days joined", "2009-05-05 and 2009-05-09 log.txt", STORY, ""),
]

HEADS = [
    ("front matter", "---\ntitle: Flood\ndate: 2021-05-03\n---\n\n" + STORY, "2021-05-03"),
    ("front matter in quotes", '---\ntitle: "Flood"\ndate: "2021-05-03"\n---\n\n' + STORY, "2021-05-03"),
    ("front matter with a time", "---\npubDate: 2021-05-03T10:15:00Z\n---\n\n" + STORY, "2021-05-03"),
    ("letter head", "Port Stanley, November 20th, 1791.\n\nDear Sister,\n\n" + STORY, "1791-11-20"),
    ("letter head and address", "Harwick, 3 May 1821\n\nTo Mr. A. Poe\nMill Lane\n\nSir,\n\n" + STORY, "1821-05-03"),
    ("letter head of its street", "12 Mill Lane, Harwick, 3 May 1921\n\nMy dear Ann,\n\n" + STORY, "1921-05-03"),
    (
        "a letter that quotes one",
        f"Harwick, 3 May 1821\n\nDear Sir,\n\n{STORY}\nHis words were:\n\nLeeds, 9 March 1821\n\nDear Bo,\n\n{STORY}",
        "1821-05-03",
    ),
    (
        "mail",
        "From: Ann Poe\nTo: Bo Hill\nDate: Mon, 3 May 2021 10:15:00 +0100\nSubject: Quay\n\nHello Bo,\n\n" + STORY,
        "2021-05-03",
    ),
    (
        "mail with its answer below",
        "From: Ann\nSent: 4 May 2021 09:00\nTo: Bo\nSubject: RE: Quay\n\nYes.\n\nFrom: Bo\nSent: 3 May 2021 18:00\n"
        "To: Ann\nSubject: Quay\n\n" + STORY,
        "2021-05-04",
    ),
    ("court", "Poe v. Hill\n\nNo. 12.\n\nDecided December 8, 1873\n\n" + LONG, "1873-12-08"),
    ("court argued", "POE v. HILL\n\nArgued May 3, 1873—Decided December 8, 1873\n\n" + LONG, "1873-12-08"),
    ("court submitted", "POE v. HILL\n\nSubmitted May 3, 1873. Decided December 8, 1873.\n\n" + LONG, "1873-12-08"),
    ("court heard", "Poe v Hill\nHeard: 3 March 2011\nJudgment delivered 3 May 2011\n\n" + LONG, "2011-05-03"),
    ("court date", "Poe v Hill\nHearing date: 3 March 2011\nDate of judgment: 3 May 2011\n\n" + LONG, "2011-05-03"),
    ("minutes", "Minutes of the meeting held on 4 March 2014\n\nPresent: Ann, Bo\n\n" + STORY, "2014-03-04"),
    (
        "minutes below a name",
        "Harwick Harbour Board\n\nMinutes of the meeting held at the Town Hall on Tuesday, 4 March 2014 at 7 pm\n\n"
        + STORY,
        "2014-03-04",
    ),
    (
        "minutes that approve others",
        "Minutes of the meeting held on 4 March 2014\n\n"
        "Minutes of the meeting held on 4 February 2014 were approved.\n\n" + STORY,
        "2014-03-04",
    ),
    ("last line", LONG + "\nYour brother,\nJohn\n\nPort Ash, 3 May 1821", "1821-05-03"),
    ("last line with a stop", LONG + "\nI remain yours,\nJ. Poe\n\nPort Ash, May 3rd, 1821.\n", "1821-05-03"),
    ("signed this day", LONG + "\nSigned this 4th day of March 2014\n\nAnn Poe\nChair\n", "2014-03-04"),
    ("dated at the end", LONG + "\nDated: 4 March 2014\n\nAnn Poe\n", "2014-03-04"),
    ("dated this day", LONG + "\nDated this 4th day of March, 2014.\n", "2014-03-04"),
    ("done at", LONG + "\nDone at Harwick, 4 March 2014.\n", "2014-03-04"),
    ("day alone in the last line", LONG + "\nAnn Poe\n4 March 2014\n", "2014-03-04"),
    ("title of a log", "Incident report, 3 May 2021\n\n" + STORY, "2021-05-03"),
    ("front matter of an event", "---\ntitle: Flood\nevent_date: 2021-05-03\n---\n\n" + STORY, ""),
    ("front matter of a build", "---\ntitle: Flood\ndue: 2021-05-03\n---\n\n" + STORY, ""),
    ("place and day of an event", "Harwick Town Hall, 3 May 2021\n\nA concert of the town band.\n\n" + STORY, ""),
    ("mail answered in quotes", "Yes, do.\n\n> From: Bo\n> Date: 3 May 2021\n> Subject: Quay\n>\n> May we?\n", ""),
    ("mail answered below", "Yes, do.\n\nFrom: Bo\nSent: 3 May 2021 18:00\nTo: Ann\nSubject: Quay\n\n" + STORY, ""),
    (
        "mail passed on",
        "See below.\n\n---------- Forwarded message ----------\nFrom: Bo\nDate: 3 May 2021\nSubject: Quay\n\n" + STORY,
        "",
    ),
    ("court in prose", "Poe v. Hill\n\nThe court below decided December 8, 1873 that the quay was free to all.\n", ""),
    ("court that heard", "Poe v. Hill\n\nArgued May 3, 1873\n\n" + LONG, ""),
    ("minutes in prose", "The quay\n\nThe minutes of the meeting held on 4 March 2014 were lost in the flood.\n", ""),
    ("report on a day", "Report on the flood of 6 May 1971\n\n" + STORY, ""),
    ("inquiry", "Report of the inquiry into the loss of the ferry Anna on 3 May 1984\n\n" + STORY, ""),
    ("copyright below", LONG + "\nCopyright 3 May 2014 Harwick Press\n", ""),
    ("birth below", LONG + "\nBorn: 3 May 1954\n", ""),
    ("next meeting below", LONG + "\nNext meeting: 3 May 2014\n", ""),
    ("deadline below", LONG + "\nReplies by 3 May 2014\n", ""),
    ("caption below", LONG + "\nThe quay at low water in Harwick, 3 May 2014\n", ""),
    ("read on below", LONG + "\nRetrieved: 3 May 2014\n", ""),
    ("other stories below", LONG + "\nRelated stories\nQuay opened\n3 May 2014\n", ""),
    ("event below", LONG + "\nThe quay was opened again on 3 May 2014.\n", ""),
    ("last line before what is told", LONG + "On 9 June 1830 the quay fell.\n\nPort Ash, 3 May 1821", ""),
    (
        "diary",
        "Diary\n\n1 July 1916\n\n" + STORY + "\n2 July 1916\n\n" + STORY + "\n3 July 1916\n\n" + STORY,
        "",
    ),
    ("two entries", "1 July 1916\n\n" + STORY + "\n2 July 1916\n\n" + STORY, ""),
    (
        "letters",
        "Harwick, 3 May 1821\n\nDear Ann,\n\n" + STORY + "\nHarwick, 9 June 1821\n\nDear Ann,\n\n" + STORY,
        "",
    ),
    ("chronology", "The quay\n\n3 May 1821: The quay is built.\n\n9 June 1830: The quay falls.\n", ""),
    ("yaml lastmod", "---\ntitle: Flood\nlastmod: 2021-05-05\ndate: 2021-05-03\n---\n\n" + STORY, "2021-05-03"),
    ("letter no comma", "H.M.S. Adventure, Port Ash\nMay 3, 1821\n\nMy dear Mother,\n\n" + LONG, "1821-05-03"),
    (
        "letter right address",
        "          Mill House,\n          Harwick,\n          3rd May 1921\n\nDear Sir,\n\n" + LONG,
        "1921-05-03",
    ),
    ("letter camp", "Camp near Leeds, Va., May 3d, 1863\n\nDear Wife:\n\n" + LONG, "1863-05-03"),
    ("open letter", "To the editor\n\nSir,\n\n" + LONG + "\nAnn Poe\nHarwick, 3 May 1921\n", "1921-05-03"),
    (
        "mail sent",
        "From: Ann <a@x.example>\nSent: Monday, May 3, 2021 9:14 AM\nTo: Bo\nCc: Cy\nSubject: quay\n\n"
        + STORY
        + "\n________\nFrom: Bo\nSent: Friday, April 30, 2021 6:01 PM\nTo: Ann\n\n"
        + STORY,
        "2021-05-03",
    ),
    (
        "mail gmail quote",
        "From: Ann\nTo: Bo\nDate: 3 May 2021\nSubject: Re: quay\n\nYes.\n\n"
        "On 1 May 2021, Bo wrote:\n> Date: 30 April 2021\n> May we?\n",
        "2021-05-03",
    ),
    (
        "court uk",
        "Neutral Citation Number: [2011] XX 12\n\nDate: 3 May 2011\n\nBefore: Poe J\n\n"
        "Hearing dates: 1 and 2 March 2011\n\n" + LONG,
        "2011-05-03",
    ),
    (
        "court us slip",
        "POE v. HILL\n\nNo. 95-1100. Argued November 6, 1995 -- Decided March 3, 1996\n\n" + LONG,
        "1996-03-03",
    ),
    ("court filed", "POE v. HILL\n\nOpinion filed March 3, 1996\n\n" + LONG, "1996-03-03"),
    (
        "court decided below",
        "POE v. HILL\n\nArgued November 6, 1995.\n\nThe case was decided March 3, 1996, by the court below.\n\n" + LONG,
        "",
    ),
    (
        "minutes colon",
        "HARWICK HARBOUR BOARD\nMINUTES\nTuesday, 4 March 2014\n\nPresent: Ann\n\n" + STORY,
        "2014-03-04",
    ),
    (
        "minutes with next",
        "Minutes of the board, 4 March 2014\n\n" + LONG + "\nNext meeting: 8 April 2014\n",
        "2014-03-04",
    ),
    (
        "minutes approved",
        "Minutes of the board meeting of 4 March 2014 (approved 8 April 2014)\n\n" + LONG,
        "2014-03-04",
    ),
    ("hearing transcript", "Transcript of the public hearing held in Harwick on 4 March 2014\n\n" + LONG, "2014-03-04"),
    (
        "witness statement end",
        "Statement of Ann Poe\n\n" + LONG + "\nSigned: A. Poe\nDated: 4 March 2014\n",
        "2014-03-04",
    ),
    (
        "affidavit",
        "Ann Poe, being sworn, says:\n\n"
        + LONG
        + "\nSworn to before me this 4th day of March, 2014.\n\nB. Hill\nNotary Public\n",
        "2014-03-04",
    ),
    ("treaty", "Treaty of the quays\n\n" + LONG + "\nDONE at Harwick, this third day of May, 1821.\n", "1821-05-03"),
    ("preface", "Preface\n\n" + LONG + "\nA. P.\n\nHarwick, May 1921\n", "1921-05"),
    ("press release", "FOR IMMEDIATE RELEASE\nMay 3, 2021\n\nHarwick opens quay\n\n" + LONG, "2021-05-03"),
    ("anniversary head", "Harwick, 3 May 1821: the day the quay fell\n\n" + LONG, ""),
    ("photo credit end", LONG + "\nPhoto: Ann Poe, 3 May 2014\n", ""),
    ("entry into force", "Quay Act\n\n" + LONG + "\nThis act enters into force on 1 January 2015.\n", ""),
    ("poem epigraph", 'The quay\n\n"The sea gives and takes." (Ann Poe, 3 May 1821)\n\n' + LONG, ""),
    ("grave", LONG + "\nAnn Poe\n3 May 1821 - 9 June 1899\n", ""),
    ("list of dates at the end", LONG + "\nKey dates\n3 May 2014: quay opens\n9 June 2014: school opens\n", ""),
    ("last updated style", LONG + "\nPage last reviewed: 3 May 2014\nNext review due: 3 May 2017\n", "2014-05-03"),
    ("event line in last lines", LONG + "\nOpening: Saturday, 3 May 2014\n", ""),
    ("voting day", LONG + "\nElection day\n3 May 2014\n", ""),
    ("report on", "Report on the fire at the mill, 3 May 2014\n\n" + LONG, ""),
    ("battle report", "The battle of Harwick, 3 May 1821\n\n" + LONG, ""),
    (
        "letter in a history",
        "The quay\n\n"
        + STORY
        + "\nHarwick, 3 May 1821\n\nDear Ann,\n\n"
        + STORY
        + "\nSo he wrote, and in 1830 he died.\n",
        "",
    ),
    ("signed in prose", LONG + "\nThe treaty was signed on 3 May 1821.\n", ""),
    ("given away", LONG + "\nGiven the flood of 3 May 1821, nothing was left.\n", ""),
    ("deposition", "Deposition of Ann Poe, taken 5 November 1888\n\n" + CANAL, "1888-11-05"),
    ("letter sir", "Canal House, 5 November 1888.\n\nSIR,—I write of the ice.\n\n" + CANAL, "1888-11-05"),
    ("letter greeting same line", "Harwick, 5th November 1888\nDear Bo, the ice is here.\n" + CANAL, "1888-11-05"),
    ("letter no place", "5 November 1888\n\nDear Bo,\n\n" + CANAL, "1888-11-05"),
    (
        "memo block",
        "MEMORANDUM\n\nTO: Bo Hill\nFROM: Ann Poe\nDATE: November 5, 1988\nRE: Ice\n\n" + CANAL,
        "1988-11-05",
    ),
    (
        "memo quotes old memo",
        "MEMORANDUM\nTO: Bo\nFROM: Ann\nDATE: November 5, 1988\n\n"
        + CANAL
        + "\nATTACHED\nTO: Ann\nFROM: Cy\nDATE: October 1, 1988\n\n"
        + ICE,
        "1988-11-05",
    ),
    ("judgment end", "Poe v Hill\n\n" + CANAL + "\nDelivered at Harwick on 5 November 1988.\n", "1988-11-05"),
    (
        "order end",
        "In the matter of the canal\n\n"
        + CANAL
        + "\nSO ORDERED this 5th day of November, 1988.\n\nA. Poe\nUnited States District Judge\n",
        "1988-11-05",
    ),
    (
        "will",
        "I, Ann Poe, leave the canal to my son.\n\n"
        + CANAL
        + "\nIn witness whereof I have set my hand this 5th day of November 1888.\n\nAnn Poe\n",
        "1888-11-05",
    ),
    (
        "blog",
        "Ice on the canal\n\nPosted on November 5, 2018 by ann\n\n"
        + CANAL
        + "\n3 Comments\nBo says:\nNovember 9, 2018 at 9:12 am\nCold!\n",
        "2018-11-05",
    ),
    (
        "council minutes",
        "HARWICK COUNCIL\n\n"
        "Minutes of a special meeting held in the Guildhall on Monday the 5th November 2018 at 6 pm\n\n"
        + CANAL
        + "\nThe meeting closed at 8 pm. Next meeting 3 December 2018.\n",
        "2018-11-05",
    ),
    (
        "rfc style",
        "Ice Notes                        A. Poe\n                        5 November 2018\n\n" + CANAL,
        "2018-11-05",
    ),
    ("t museum label", "Ice pole, Harwick, 5 November 1888\n\n" + ICE, ""),
    (
        "t letters edited",
        "Letters of Ann Poe\n\nEdited by B. Hill\n\nHarwick, 5 November 1888\n\nDear Bo,\n\n"
        + CANAL
        + "\nHarwick, 9 December 1888\n\nDear Bo,\n\n"
        + CANAL,
        "",
    ),
    ("t end birth and death", CANAL + "\nAnn Poe, born 5 November 1888\n", ""),
    ("t end exhibition", CANAL + "\nThe show runs until 5 November 2018\n", ""),
    ("t end place of battle", CANAL + "\nSee the map of Harwick, 5 November 1888\n", ""),
    ("t end correction", CANAL + "\nCorrection: 9 November 2018\n", ""),
    ("t end source", CANAL + "\nSource: Harwick Gazette, 5 November 1888\n", ""),
    ("t front matter other", "---\ntitle: Ice\nstart_date: 2018-11-05\n---\n\n" + CANAL, ""),
    ("t decided", "The council decided 5 November 2018 would be a holiday.\n\n" + CANAL, ""),
    ("t argued only", "Poe v. Hill\nArgued: 5 November 2018\n\n" + CANAL, ""),
    ("t log newest first", "Incident log\n\n9 Nov 2018 10:00: Ice gone.\n\n5 Nov 2018 10:00: Ice came.\n\n", ""),
    (
        "minutes that were lost",
        "The flood\n\nMinutes of the meeting held on 4 March 2014 were lost in it.\n\n" + STORY,
        "",
    ),
    ("programme", "Harwick Players\n\nThe Ferryman\n\nAnn Poe, Bo Hill\n\nTown Hall, 3 May 2014\n", ""),
]


def published(name: str, text: str):
    id_ = name.rpartition(".")[0] or name
    document = Document(id=id_, text=text, path=name)
    return known(document, under_headings(text, find(text)))


@pytest.mark.parametrize(("name", "text", "edtf"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_a_file_name_says_when_its_document_was_written(name: str, text: str, edtf: str) -> None:
    found = published(name, text)
    assert (str(found.when) if found else "") == edtf, found
    assert found is None or sentence(found.reason)


@pytest.mark.parametrize(("text", "edtf"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_a_text_says_when_it_was_written(text: str, edtf: str) -> None:
    found = published("mill.txt", text)
    assert (str(found.when) if found else "") == edtf, found
    if found is not None:
        assert found.basis == PublishedBasis.STATED
        assert all(text[quote.start : quote.end] == quote.text for quote in found.evidence)


RETOLD = [
    ("history", "The mill was built in 1905. On Monday, 3 March 1914, it burned down. It was built again by the town."),
    ("memoir", "I was born in Harwick. On Friday, 5 June 1931, my father left us. I never saw him again."),
    ("obituary", "Ann Poe was born on Sunday, 3 May 1903. She taught at the school for forty years."),
    ("opinion", "The contract was signed on Monday, 3 March 2003. Poe refused to pay. The appeal is dismissed."),
    ("inquiry", "The ferry sank at 9 p.m. on Saturday, 3 March 1984. Forty witnesses were heard. It blames nobody."),
    ("picture", "The mill was built in 1801, sold in 1845, burned in 1871 and built again in 1874.\n\n"
     "The yard, Harwick, 3 May 1899.\n\nIt closed in the war."),
    ("saint", "The abbey was founded in 1120. Its abbot was killed in the night of Friday, 3 May 1521."),
    ("strike", "The strike began on Tuesday, 4 May 1926. The miners held out. Nobody in the valley forgot it."),
    ("voyage", "The ship left on Thursday, 9 May 1839. She rounded the cape and came home with half her men."),
    ("lesson", "The treaty was signed on Wednesday, 3 May 1815. It gave the island to the crown. Pupils learn it."),
]  # fmt: skip


@pytest.mark.parametrize("text", [c[1] for c in RETOLD], ids=[c[0] for c in RETOLD])
def test_what_is_no_news_may_have_been_written_any_time_after(text: str) -> None:
    found = infer(Document(id="d", text=text), under_headings(text, find(text)))
    assert found.when is not None
    assert found.when.first is not None
    assert found.when.is_open, found


OPENINGS = [
    (
        "history",
        "The taking of the fort\n\nThe fort was stormed by the townsmen. Its governor was killed. A study "
        "appeared in 1969. The archive was opened by the state in May 1983.",
    ),
    (
        "history of a house",
        "The mill\n\nThe mill burned down and the owner fled. It had been built in 1801, sold in 1845, burned in 1871 "
        "and sold again in 1874. A fire killed four men.",
    ),
    (
        "memoir",
        "My childhood\n\nMy mother died when I was four. On Friday, 5 June 1931, my father left us. I married in 1946.",
    ),
    (
        "encyclopedia",
        "Harwick strike\n\nSoldiers shot three men. The strike began on 4 May 1926. A memorial was unveiled in 1976.",
    ),
]


@pytest.mark.parametrize("day", [None, "2019-05-03"], ids=["unknown", "known"])
@pytest.mark.parametrize("text", [c[1] for c in OPENINGS], ids=[c[0] for c in OPENINGS])
def test_what_a_history_opens_with_is_no_news_of_the_day(text: str, day: str | None) -> None:
    when = TimeSpan.parse(day) if day else None
    basis = PublishedBasis.METADATA if day else PublishedBasis.UNKNOWN
    timeline = build([Document(id="d", text=text, published=when, published_basis=basis)])
    mentions = [mention for event in timeline.events for mention in event.mentions]
    assert mentions
    assert [m.trigger.text for m in mentions if m.date.basis == Basis.PUBLICATION and m.date.when is not None] == []


NEWS = [
    ("one year in its background", "Bridge kills ten in Harwick\n\nTen people were killed. It was opened in 1974."),
    (
        "a weekday",
        "Bridge collapses\n\nTen people were killed on Tuesday. It was opened in 1974 and mended in May 2001.",
    ),
]


@pytest.mark.parametrize("text", [c[1] for c in NEWS], ids=[c[0] for c in NEWS])
def test_what_news_opens_with_is_of_the_day(text: str) -> None:
    day = TimeSpan.day(2019, 5, 3)
    timeline = build([Document(id="d", text=text, published=day, published_basis=PublishedBasis.METADATA)])
    mentions = [mention for event in timeline.events for mention in event.mentions]
    assert any(
        m.date.when is not None and m.date.when.overlaps(TimeSpan.parse("2019-04-29/2019-05-03")) for m in mentions
    )
