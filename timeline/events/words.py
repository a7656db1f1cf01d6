"""Words that decide what is an event, how it stands and how it is told; general English, written for this project.

Each table is read by one module, named in its comment. One entry a line.
"""

from __future__ import annotations


def _table(entries: str) -> frozenset[str]:
    return frozenset(line.strip() for line in entries.splitlines() if line.strip())


# attach.py: verbs that only say that their subject, an event noun, took place
OCCURRENCE_VERBS = _table("""
    be
    break
    come
    erupt
    fall
    follow
    happen
    occur
    take
    unfold
""")

# attach.py: verbs that only place one event beside another; a date behind them is the other's
RELATION_VERBS = _table("""
    accompany
    coincide
    mark
    precede
""")

# attach.py: verbs that make an event noun happen; with such an object the noun names the event
SUPPORT_VERBS = _table("""
    broker
    carry
    commit
    conclude
    conduct
    deliver
    do
    finalise
    finalize
    give
    have
    hold
    host
    ink
    launch
    make
    mount
    negotiate
    organise
    organize
    perform
    reach
    seal
    sign
    stage
    strike
    suffer
    take
    undergo
    wage
""")

# attach.py: nouns of what a picture shows; their sentence tells of what is seen in it
DEPICTIONS = _table("""
    footage
    handout
    image
    photo
    photograph
    picture
    scene
    still
    view
""")

# core.py: verbs and nouns that name one end of what they govern
PHASES = {
    "begin": "start",
    "beginning": "start",
    "commence": "start",
    "onset": "start",
    "open": "start",
    "outbreak": "start",
    "start": "start",
    "complete": "end",
    "completion": "end",
    "conclude": "end",
    "conclusion": "end",
    "end": "end",
    "finish": "end",
    "continue": "middle",
    "resume": "middle",
}

# core.py: nouns that name a part of what follows their "of"
STAGES = _table("""
    part
    phase
    round
    series
    stage
    wave
""")

# status.py: verbs by which a party gives its own word for something
CLAIM_VERBS = _table("""
    accuse
    allege
    assert
    boast
    claim
    contend
    insist
    maintain
    purport
""")

# status.py: adverbs that leave the truth to others
CLAIM_ADVERBS = _table("""
    allegedly
    purportedly
    reportedly
    supposedly
""")

# status.py: verbs and adjectives that put what they govern into the future
PLAN_WORDS = _table("""
    agree
    aim
    commit
    decide
    due
    expect
    intend
    order
    plan
    pledge
    prepare
    project
    promise
    propose
    schedule
    set
    slate
    target
    vow
""")

# status.py: nouns that name something still to come when they were used
PLAN_NOUNS = _table("""
    cutoff
    date
    deadline
    plan
    proposal
    schedule
    target
    timetable
""")

# status.py: auxiliaries and verbs that leave open whether something happens
POSSIBLE_AUXILIARIES = _table("""
    can
    could
    may
    might
    must
    ought
    should
    would
""")

# status.py: verbs that fear, demand or consider what they govern
POSSIBLE_VERBS = _table("""
    advise
    ask
    call
    consider
    demand
    discuss
    fear
    hope
    mull
    request
    risk
    seek
    threaten
    urge
    want
    warn
    weigh
""")

# status.py: verbs that say that what they govern did not happen
DENIAL_VERBS = _table("""
    abandon
    avoid
    cancel
    decline
    deny
    fail
    forego
    miss
    prevent
    refuse
    reject
    scrap
""")

# status.py: words of negation that hang on a verb
NEGATIONS = _table("""
    n't
    never
    no
    nor
    not
    n’t
""")

# arguments.py: prepositions that place an event
PLACE_PREPOSITIONS = _table("""
    across
    around
    at
    in
    inside
    near
    off
    on
    outside
    over
    throughout
    within
""")

# arguments.py: common nouns that turn the names beside them into places
PLACE_NOUNS = _table("""
    airport
    area
    base
    bay
    border
    camp
    canton
    capital
    city
    coast
    county
    district
    gulf
    harbor
    harbour
    headquarters
    hospital
    island
    lake
    mountain
    neighborhood
    neighbourhood
    oblast
    port
    province
    region
    river
    sea
    square
    state
    strait
    street
    town
    valley
    village
""")

# arguments.py: prepositions that bring in a further party
PARTY_PREPOSITIONS = _table("""
    against
    alongside
    among
    between
    to
    with
""")

# arguments.py: first parts of names that a hyphen joins to the rest
NAME_PARTICLES = _table("""
    abd
    abu
    al
    an
    ar
    as
    bin
    el
    es
    ibn
    ul
""")

# names.py: words of names that say nothing by themselves
SMALL_WORDS = _table("""
    and
    for
    her
    his
    in
    its
    of
    on
    or
    other
    some
    the
    their
    to
""")

# names.py: titles before a person's name
TITLES = _table("""
    adm
    admiral
    ambassador
    capt
    captain
    chairman
    chancellor
    chief
    col
    colonel
    commander
    dr
    emperor
    foreign
    gen
    general
    gov
    governor
    judge
    justice
    king
    lieutenant
    lord
    lt
    maj
    major
    mayor
    minister
    mr
    mrs
    ms
    pope
    president
    prime
    prince
    princess
    prof
    professor
    queen
    rep
    representative
    secretary
    sen
    senator
    sgt
    sir
    vice
""")
