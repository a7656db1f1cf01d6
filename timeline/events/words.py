"""Words that decide what is an event, how it stands and how it is told; general English, written for this project.

Each table is read by the modules named in its comment. One entry a line.
"""

from __future__ import annotations


def _table(entries: str) -> frozenset[str]:
    return frozenset(line.strip() for line in entries.splitlines() if line.strip())


# attach.py, mend_subjects.py, title.py: verbs that only say that their subject, an event noun, took place
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

# attach.py, title.py: verbs that only place one event beside another; a date behind them is the other's
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

# attach.py: words whose "of", "with" or "for" names what somebody is held to have done; the date is theirs
CHARGING_WORDS = _table("""
    accuse
    acquit
    arrest
    blame
    charge
    clear
    convict
    detain
    exonerate
    fine
    guilty
    indict
    innocent
    jail
    plead
    prosecute
    question
    sentence
    sue
    suspect
    try
""")

# attach.py, status.py: prepositions between such a word and the deed
CHARGE_PREPOSITIONS = _table("""
    about
    for
    in
    of
    on
    over
    to
    with
""")

# attach.py: verbs that put an event on a day, and the particle that each needs to mean so (empty: none)
RESCHEDULING_VERBS = {
    "adjourn": "",
    "bring": "forward",
    "defer": "",
    "delay": "",
    "extend": "",
    "fix": "",
    "move": "",
    "pencil": "in",
    "plan": "",
    "postpone": "",
    "push": "back",
    "put": "back off",
    "reschedule": "",
    "schedule": "",
    "set": "",
    "shift": "",
    "slate": "",
}

# attach.py: such verbs that say this of a deadline alone; "extended the strike to May" is no strike in May
EXTENDING_VERBS = _table("""
    extend
""")

# attach.py: prepositions before the day on which such a verb puts the event
NEW_DAY_PREPOSITIONS = _table("""
    for
    till
    to
    until
""")

# attach.py: words that bring in an example of what was told
EXAMPLE_WORDS = _table("""
    including
    like
    namely
    such
""")

# attach.py, discourse.py: adverbs that put a joined verb on a later day: "invaded and later sold"
LATER_WORDS = _table("""
    after
    afterward
    afterwards
    again
    eventually
    finally
    later
    next
    now
    once
    shortly
    since
    soon
    still
    subsequently
    thereafter
    ultimately
""")

# discourse.py: what begins a clause or a participle that tells of the same time as the clause around it
AT_ONCE_MARKS = _table("""
    as
    by
    in
    when
    whereupon
    while
""")

# discourse.py: words before a noun that stands for something known to the reader
DEFINITE_WORDS = _table("""
    her
    his
    its
    our
    such
    that
    the
    their
    these
    this
    those
""")

# discourse.py: verbs that bring their noun to somebody, or bring it before others; it happens then
OBTAINING_VERBS = _table("""
    agree
    award
    file
    get
    place
    receive
    secure
    win
""")

# discourse.py: prepositions before an event in whose course the clause is set: "at a hearing on Monday she admitted"
FRAME_PREPOSITIONS = _table("""
    at
    during
    in
""")

# discourse.py: nouns that with such a preposition are no occasion: "in addition", "at the request of"
NO_OCCASIONS = _table("""
    addition
    answer
    attempt
    bid
    effort
    favor
    favour
    honor
    honour
    order
    request
    response
    return
    wake
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

# anchor.py: words between a length of time and the event that it is counted from
ANCHOR_LEADS = _table("""
    after
    ahead
    before
    following
    in
    into
    of
    prior
    to
""")

# anchor.py: words by which an event is another one than was told, or one of many
OTHER_WORDS = _table("""
    another
    different
    earlier
    every
    last
    many
    next
    other
    previous
    several
    similar
    such
""")

# merging/anchoring.py: words for somebody's death, which comes but once; those that say who did it are true
DEATHS = {
    "assassinate": True,
    "assassination": True,
    "behead": True,
    "death": False,
    "die": False,
    "execute": True,
    "execution": True,
    "kill": True,
    "killing": True,
    "murder": True,
    "slay": True,
    "slaying": True,
}

# extract.py: verbs whose subject, an event, happens when what they tell does: "the quake shook the town"
HARM_VERBS = _table("""
    damage
    destroy
    devastate
    engulf
    flatten
    flood
    hit
    injure
    kill
    level
    rock
    shake
    strike
    sweep
    tear
    wound
    wreck
""")

# core.py, mend_subjects.py, title.py: verbs and nouns that name one end of what they govern
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

# core.py, extract.py: nouns that name a part of what follows their "of"
STAGES = _table("""
    part
    phase
    round
    series
    stage
    wave
""")

# status.py, tree.py: verbs by which a party gives its own word for something
CLAIM_VERBS = _table("""
    accuse
    allege
    assert
    believe
    boast
    claim
    contend
    insist
    maintain
    purport
    speculate
    suspect
""")

# status.py, tree.py: verbs that in the passive tell what others say: "is said to have met"
HEARSAY_VERBS = _table("""
    believe
    consider
    report
    rumor
    rumour
    say
    think
    understand
""")

# status.py, title.py: nouns of what a party says; what their clause tells is its word
CLAIM_NOUNS = _table("""
    accusation
    allegation
    assertion
    belief
    charge
    claim
    complaint
    gossip
    hint
    insinuation
    report
    rumor
    rumour
    speculation
    suggestion
    suspicion
    theory
""")

# status.py, tree.py: verbs whose "of", "with" or "for" brings in what somebody is said to have done
ACCUSING_VERBS = _table("""
    accuse
    arrest
    blame
    charge
    detain
    implicate
    indict
    investigate
    probe
    prosecute
    question
    sue
    suspect
    try
""")

# status.py, title.py: verbs that say that a claim is not so: "dismissed reports that", "denied a claim of"
REBUTTAL_VERBS = _table("""
    contest
    contradict
    debunk
    deny
    disavow
    dismiss
    disprove
    dispute
    rebut
    refute
    reject
    repudiate
""")

# status.py, tree.py: verbs and adjectives that put what they govern into the future
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
    suppose
    target
    vow
""")

# attach.py, status.py: nouns that name something still to come when they were used
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

# status.py, title.py: verbs that fear, demand or consider what they govern
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

# flaws.py: words of which a title has one if its event did not happen
DENIALS = _table("""
    cannot
    few
    if
    neither
    never
    no
    nobody
    none
    nor
    not
    nothing
    without
""")

# attach.py, status.py: words of negation that hang on a verb
NEGATIONS = _table("""
    n't
    never
    no
    nor
    not
    n’t
""")

# arguments.py, title.py: prepositions that place an event
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

# select.py: words of the lines at the top of a document that name no event: dates, numbers, bylines
LABELS = _table("""
    case
    claim
    date
    dated
    docket
    document
    edition
    exhibit
    file
    filed
    gmt
    issue
    last
    modified
    number
    page
    posted
    press
    printed
    published
    ref
    reference
    release
    section
    time
    updated
    version
    volume
""")

# select.py: whole lines that stand above a headline
NOTICES = _table("""
    all rights reserved
    breaking news
    document electronically filed
    filed under seal
    for immediate publication
    for immediate release
    in the high court of justice
    media release
    news release
    not for publication
    notice to editors
    press release
    strictly private and confidential
""")

# arguments.py: nouns that complete a verb or count something and name no party
NO_PARTIES = _table("""
    cent
    chance
    dollar
    doubt
    effect
    end
    euro
    foot
    force
    hand
    headquarters
    hectare
    hour
    inch
    kilogram
    kilometer
    kilometre
    lead
    line
    litre
    meter
    metre
    mile
    minute
    office
    part
    per
    percent
    percentage
    place
    pound
    rate
    risk
    scene
    shape
    share
    sight
    time
    ton
    tonne
    turn
    way
""")

# names.py: verbs by whose subject a capital stands for its government, besides those of saying and intending
ACTS_OF_STATES = _table("""
    accept
    accuse
    approve
    attack
    back
    ban
    blame
    block
    break
    condemn
    criticise
    criticize
    cut
    denounce
    deploy
    expel
    halt
    impose
    invade
    lift
    oppose
    pull
    recall
    recognise
    recognize
    reject
    retaliate
    sanction
    send
    sever
    sign
    stop
    support
    suspend
    threaten
    urge
    veto
    warn
    withdraw
""")

# title.py: adverbs without which a verb says something else: "thrown back"
PARTICLES = _table("""
    ahead
    apart
    aside
    away
    back
    down
    forward
    home
    off
    out
    over
    together
    under
    up
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

# mend_subjects.py, names.py, title.py: titles before a person's name
TITLES = _table("""
    adm
    admiral
    ambassador
    archbishop
    bishop
    brigadier
    capt
    captain
    cardinal
    chairman
    chancellor
    chief
    col
    colonel
    commander
    commissioner
    congressman
    congresswoman
    councillor
    councilman
    councilwoman
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
    lieut
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
    sergeant
    sgt
    sheriff
    sir
    vice
""")

# flaws.py: forms of helping verbs, with which no whole title begins
OPENING_AUXILIARIES = _table("""
    am
    are
    be
    been
    being
    can
    could
    did
    do
    does
    had
    has
    have
    is
    may
    might
    must
    shall
    should
    was
    were
    will
    would
""")

# flaws.py: words for the writer, the reader or the speaker
FIRST_PERSONS = _table("""
    i
    me
    my
    our
    ours
    ourselves
    we
    you
    your
""")

# flaws.py: pronouns that mean somebody or something named before
UNCLEAR_PRONOUNS = _table("""
    he
    it
    she
    that
    these
    they
    this
    those
    which
    who
""")

# flaws.py: words before a noun that point back to somebody or something named before
POINTERS = _table("""
    her
    his
    its
    such
    that
    their
    these
    this
    those
""")

# flaws.py, title.py: words that need another behind them
TITLE_FUNCTION_WORDS = _table("""
    a
    after
    against
    although
    among
    an
    and
    as
    at
    because
    between
    but
    despite
    during
    for
    from
    if
    into
    its
    like
    my
    near
    nor
    of
    onto
    or
    our
    than
    that
    the
    their
    to
    toward
    towards
    under
    until
    upon
    when
    where
    whether
    which
    while
    whose
    with
    within
    without
""")

# flaws.py, mend_subjects.py, title.py: forms of verbs of saying that need what was said
BARE_REPORTS = _table("""
    added
    alleged
    announced
    argued
    claimed
    declared
    insisted
    predicted
    recommended
    reported
    ruled
    said
    says
    stated
    suggested
    testified
    told
    warned
""")

# stretch.py: adverbs before a verb without which it says something else
HEDGES = _table("""
    almost
    barely
    hardly
    nearly
    partly
    scarcely
""")

# stretch.py: objects that say nothing without what follows: "pave the way for", "take part in"
LIGHT_OBJECTS = _table("""
    advantage
    care
    charge
    part
    place
    step
    use
    way
""")

# stretch.py: adverbs that only tie a sentence to those before it
DISCOURSE_ADVERBS = _table("""
    accordingly
    actually
    additionally
    afterward
    afterwards
    also
    already
    consequently
    earlier
    finally
    first
    formerly
    however
    indeed
    initially
    later
    meanwhile
    moreover
    nevertheless
    nonetheless
    now
    officially
    originally
    previously
    recently
    reportedly
    simultaneously
    since
    soon
    subsequently
    then
    therefore
    thus
    today
    tomorrow
    too
    yesterday
    yet
""")

# confidence.py: what every few words of running English are
FUNCTION_WORDS = _table("""
    a
    about
    after
    all
    also
    an
    and
    any
    are
    as
    at
    be
    been
    but
    by
    can
    could
    for
    from
    had
    has
    have
    he
    her
    his
    how
    if
    in
    into
    is
    it
    its
    more
    no
    not
    of
    on
    or
    our
    out
    she
    so
    than
    that
    the
    their
    them
    then
    there
    they
    this
    to
    under
    up
    was
    we
    were
    what
    when
    which
    while
    who
    will
    with
    would
    you
""")

# title.py, verb_forms.py: verbs whose object does what the infinitive behind it says: "prompted the firm to sue"
CAUSING_VERBS = _table("""
    cause
    compel
    drive
    enable
    force
    get
    help
    lead
    oblige
    prompt
""")

# stretch.py: words between a preposition and its date, or around both: "no later than", "as early as"
DATE_MODIFIERS = _table("""
    about
    approximately
    around
    as
    at
    early
    earlier
    even
    exactly
    least
    late
    later
    mid
    more
    no
    not
    or
    shortly
    some
    soon
    than
""")

# stretch.py: words before a number without which it is another
QUANTIFIERS = _table("""
    about
    almost
    approximately
    around
    least
    most
    nearly
    only
    over
    some
    than
    under
""")

# names.py: last words of a company's name that the name may do without
COMPANY_ENDINGS = _table("""
    ab
    ag
    asa
    bv
    co
    company
    corp
    corporation
    gmbh
    inc
    incorporated
    limited
    llc
    llp
    ltd
    nv
    oy
    plc
    sa
    spa
""")

# stretch.py: bodies whose name goes on behind "on", "for" or "of": "Committee on Foreign Affairs"
BODY_NOUNS = _table("""
    agency
    association
    board
    bureau
    center
    centre
    commission
    committee
    conference
    council
    court
    department
    federation
    fund
    house
    institute
    league
    ministry
    office
    organisation
    organization
    union
    university
""")

# title.py: verbs that say too little without what somebody is to do: "allowed them to land"
LETTING_VERBS = _table("""
    allow
    ask
    let
    order
    permit
    tell
    urge
""")

# title.py: conjunctions behind which a clause stands that is whole without them
CLAUSE_OPENERS = _table("""
    after
    as
    because
    before
    since
    when
    while
""")

# relatives.py: participles between a noun and "to be", which tell what it was meant for: "the bridge due to be opened"
SET_AHEAD = _table("""
    due
    expected
    planned
    scheduled
    set
    slated
    supposed
""")

# flaws.py: words that have lost their subject where they open a title with "to" behind them
AIMED = _table("""
    bound
    due
    expected
    planned
    scheduled
    set
    slated
""")

# referents.py: what is said of persons alone: "Marks, born in Kiel"
OF_PERSONS = _table("""
    aged
    born
""")

# title.py: what is called so came after what it is joined to, and is no part of it: "the flood and subsequent famine"
LATER = _table("""
    ensuing
    following
    later
    resulting
    subsequent
""")
