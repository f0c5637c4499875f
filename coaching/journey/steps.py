"""The whole journey, in the order people see it: the table of contents of the product."""

from offers.models import Stage

from . import gates
from .progress import (
    after_hint,
    after_status,
    ask_hint,
    ask_status,
    best_worst_status,
    bridges_hint,
    bridges_status,
    check_ins_hint,
    check_ins_status,
    close_status,
    compare_hint,
    compare_status,
    date_status,
    decide_hint,
    decide_status,
    diary_hint,
    diary_status,
    fears_status,
    flags_status,
    for_and_against_status,
    has_somebody_to_ask,
    is_decided,
    is_past_pause,
    loop_hint,
    loop_status,
    must_haves_hint,
    must_haves_status,
    next_offer_status,
    offers_hint,
    offers_status,
    options_hint,
    pay_hint,
    pay_status,
    questions_status,
    school_status,
    signed_status,
    sounding_board_status,
    tell_hint,
    tell_status,
    timeline_status,
    why_closing_is_shut,
    writing_hint,
    writing_status,
)
from .step import Section, Status, Step, Words

PAUSE = Step(
    slug="pause",
    title="Take a breath",
    purpose="Three short questions about how this feels. No one else can ever read them.",
    minutes=2,
)
DATE = Step(
    slug="date",
    title="Set your decision date",
    purpose="A date lets you stop deciding every minute.",
    minutes=3,
    applies=is_past_pause,
    status=date_status,
)
LEANING = Step(
    slug="leaning",
    title="Seal your first leaning",
    purpose="Say it once, before you weigh. You see it again on the day you decide.",
    minutes=1,
    applies=is_past_pause,
    is_optional=True,
)
OFFERS = Step(
    slug="offers",
    title="Your offers",
    purpose="Add this job, and anything else you have.",
    by_stage={
        Stage.NOT_ACCEPTED: Words(
            title="Your offers",
            purpose="Add each offer that waits for your answer, and anything else you have.",
        )
    },
    minutes=10,
    applies=is_past_pause,
    status=offers_status,
    hint=offers_hint,
)
SITUATION = Step(
    slug="situation",
    title="Your situation",
    purpose="Eight short questions. Each yes shows you only what you need.",
    minutes=3,
    applies=is_past_pause,
)
WHY = Step(
    slug="why",
    title="Find the real reason",
    purpose="What is behind the doubt? Pick up to three.",
    minutes=5,
    applies=is_past_pause,
)
OPTIONS = Step(
    slug="options",
    title="List all your options",
    purpose="There are often more ways than two. Silly ones count.",
    minutes=5,
    applies=is_past_pause,
    hint=options_hint,
)
BEST_WORST = Step(
    slug="best-worst",
    title="Best and worst case",
    purpose="How could each option turn out? The middle is likelier than either end.",
    minutes=10,
    applies=is_past_pause,
    status=best_worst_status,
)
FOR_AND_AGAINST = Step(
    slug="for-and-against",
    title="For and against",
    purpose="Both ways, now and later on. A few short lines for each.",
    minutes=8,
    applies=is_past_pause,
    status=for_and_against_status,
)
MUST_HAVES = Step(
    slug="must-haves",
    title="What you can’t give up",
    purpose="Up to five things. Nothing else can make up for one that is missing.",
    minutes=5,
    applies=is_past_pause,
    status=must_haves_status,
    hint=must_haves_hint,
)
COMPARE = Step(
    slug="compare",
    title="Your offers, side by side",
    purpose="Rate what matters to you, one thing at a time. Then look at the picture.",
    minutes=8,
    applies=lambda facts: is_past_pause(facts) and bool(facts.jobs),
    status=compare_status,
    hint=compare_hint,
)
FLAGS = Step(
    slug="flags",
    title="Warning signs",
    purpose="What you saw in each job, and what you tell yourself. Nothing is added up.",
    minutes=6,
    applies=is_past_pause,
    status=flags_status,
)
FEARS = Step(
    slug="fears",
    title="Facts and fears",
    purpose="Two columns. What you know stands in one, and what you fear in the other.",
    minutes=5,
    applies=is_past_pause,
    status=fears_status,
)
QUESTIONS = Step(
    slug="questions",
    title="Questions to sit with",
    purpose="Nine questions, one at a time. Skip any you like.",
    minutes=10,
    applies=is_past_pause,
    status=questions_status,
    hint=lambda facts: "Ten minutes, only for you",
)
SOUNDING_BOARD = Step(
    slug="sounding-board",
    title="People you trust",
    purpose="Who can think it over with you? Keep what they say in one place.",
    minutes=5,
    applies=is_past_pause,
    status=sounding_board_status,
    is_optional=True,
)
SCHOOL = Step(
    slug="school",
    title="What your school asks",
    purpose="What its rules ask of you and of employers, and what may follow.",
    minutes=4,
    applies=lambda facts: is_past_pause(facts) and bool(facts.school_versions),
    status=school_status,
)
SIGNED = Step(
    slug="signed",
    title="Check what you signed",
    purpose="A few words to look for, one at a time. “I don’t know” is a fine answer.",
    minutes=8,
    applies=lambda facts: is_past_pause(facts) and facts.may_have_signed,
    status=signed_status,
    hint=lambda facts: "Contract, bonus, start date",
)
LEAVING_COST = Step(
    slug="leaving-cost",
    title="What leaving may cost",
    purpose="Money to pay back, notice and fees, set against the other offer.",
    minutes=5,
    applies=lambda facts: is_past_pause(facts) and facts.may_owe_money,
    hint=lambda facts: "Find the word “repay” in your papers",
)
SIDE_BY_SIDE = Step(
    slug="side-by-side",
    title="Pay, side by side",
    purpose="What each offer comes to in a year, and how we worked it out.",
    minutes=3,
    applies=is_past_pause,
    status=pay_status,
    hint=pay_hint,
)
CLAUSES = Step(
    slug="clauses",
    title="Read your papers with us",
    purpose="Paste a letter or contract. We find lines to ask about, and never judge them.",
    minutes=5,
    applies=is_past_pause,
    is_optional=True,
    hint=lambda facts: "Paste the text, get questions to ask",
)
IN_WRITING = Step(
    slug="in-writing",
    title="Get the new offer in writing",
    purpose="Do not turn down a job for a promise on the phone.",
    by_stage={
        Stage.NOT_ACCEPTED: Words(
            title="Get the offer in writing",
            purpose="Read it in black and white before you say yes.",
        ),
        Stage.STARTED: Words(
            title="Get the new offer in writing",
            purpose="Do not leave a job for a promise on the phone.",
        ),
    },
    minutes=5,
    applies=lambda facts: is_past_pause(facts) and bool(facts.on_ladder),
    status=writing_status,
    hint=writing_hint,
)
BRIDGES = Step(
    slug="bridges",
    title="Your bridges",
    purpose="Who may be hurt by this, and what would help. Not all of it is up to you.",
    minutes=8,
    applies=lambda facts: is_past_pause(facts) and not facts.case.is_not_accepted,
    status=bridges_status,
    hint=bridges_hint,
)
LOOP = Step(
    slug="loop",
    title="Who to keep in the loop",
    purpose="Who is safe to tell now, and who hears it only once you have decided.",
    minutes=5,
    applies=lambda facts: is_past_pause(facts) and not facts.case.is_not_accepted,
    status=loop_status,
    hint=loop_hint,
)
ASK = Step(
    slug="ask",
    title="Ask for changes first",
    purpose="Give them a chance to change the terms, if a yes would settle it for you.",
    minutes=5,
    applies=has_somebody_to_ask,
    status=ask_status,
    hint=ask_hint,
    is_optional=True,
)
LETTERS = Step(
    slug="letters",
    title="Letters you can send now",
    purpose="Ask for time, for terms, for news, or for the offer in writing.",
    minutes=5,
    applies=lambda facts: is_past_pause(facts) and any(offer.is_job for offer in facts.offers),
    status=lambda step, facts: Status.OPTIONAL,
    hint=lambda facts: "Ask for time, terms, news or paper",
    is_optional=True,
)
NOTICE = Step(
    slug="notice",
    title="How much notice to give",
    purpose="Two weeks is common. Your contract may ask for more, and they may want less.",
    minutes=3,
    applies=lambda facts: is_past_pause(facts) and facts.case.has_started,
    hint=lambda facts: "Find the word “notice” in your papers",
)
DIARY = Step(
    slug="diary",
    title="Gut-check diary",
    purpose="How does each choice feel today?",
    minutes=1,
    applies=is_past_pause,
    status=diary_status,
    hint=diary_hint,
)
DECIDE = Step(
    slug="decide",
    title="Make your decision",
    purpose="Keep the job, ask for changes, or back out. All three are fine.",
    by_stage={
        Stage.NOT_ACCEPTED: Words(
            title="Make your decision",
            purpose="Say yes, ask for changes, or say no. All three are fine.",
        ),
        Stage.STARTED: Words(
            title="Make your decision",
            purpose="Stay, ask for changes, or leave. All three are fine.",
        ),
    },
    minutes=10,
    applies=is_past_pause,
    status=decide_status,
    shut=gates.why_deciding_is_shut,
    hint=decide_hint,
)
TELL = Step(
    slug="tell",
    title="Tell people",
    purpose="A call first. Then a short letter. Then everyone else.",
    by_stage={
        Stage.NOT_ACCEPTED: Words(
            title="Answer them",
            purpose="Say yes or no, to each of them. A call first, then a few lines.",
        ),
        Stage.STARTED: Words(
            title="Tell people",
            purpose="A talk with your manager first. Then a short letter. Then everyone else.",
        ),
    },
    minutes=30,
    applies=lambda facts: is_past_pause(facts) and (facts.decision is None or facts.is_telling),
    status=tell_status,
    shut=gates.why_telling_is_shut,
    hint=tell_hint,
)
CLOSE = Step(
    slug="close",
    title="Close your case",
    purpose="Keep it or delete it. You choose.",
    minutes=2,
    applies=is_past_pause,
    status=close_status,
    shut=why_closing_is_shut,
)
AFTER = Step(
    slug="after",
    title="Look back",
    purpose="What led here, how it feels now, and what you would tell yourself.",
    minutes=5,
    applies=is_decided,
    status=after_status,
    hint=after_hint,
    is_optional=True,
)
CHECK_INS = Step(
    slug="check-ins",
    title="Check in with yourself",
    purpose="How the deciding went, and apart from that, how it turned out.",
    minutes=3,
    applies=is_decided,
    status=check_ins_status,
    hint=check_ins_hint,
)
NEXT_OFFER = Step(
    slug="next-offer",
    title="Your list for the next offer",
    purpose="What you learned, as a short list of your own.",
    minutes=5,
    applies=is_decided,
    status=next_offer_status,
    is_optional=True,
)
TIMELINE = Step(
    slug="timeline",
    title="Your offers over time",
    purpose="When each offer comes and ends, in one picture, and words to bring them closer.",
    minutes=4,
    applies=lambda facts: is_past_pause(facts) and facts.case.is_not_accepted,
    status=timeline_status,
    is_optional=True,
)

SECTIONS = (
    Section(title="Pause", steps=(PAUSE, DATE, LEANING), is_a_line=True),
    Section(title="Get the facts", steps=(OFFERS, TIMELINE, SITUATION)),
    Section(title="Look inside", steps=(WHY, FEARS, QUESTIONS, SOUNDING_BOARD)),
    Section(title="See every way", steps=(OPTIONS, BEST_WORST, FOR_AND_AGAINST)),
    Section(title="Weigh the jobs", steps=(MUST_HAVES, COMPARE, SIDE_BY_SIDE, FLAGS)),
    Section(title="Know what it may cost", steps=(SCHOOL, SIGNED, CLAUSES, LEAVING_COST, BRIDGES)),
    Section(title="Make it safe", steps=(IN_WRITING, ASK, LETTERS, LOOP, NOTICE)),
    Section(title="Wait, then decide", steps=(DIARY, DECIDE, TELL, CLOSE)),
    Section(title="After", steps=(AFTER, CHECK_INS, NEXT_OFFER)),
)
# Where all of it leads, and what comes after: never folded away on the hub.
ENDS = SECTIONS[-2:]
STEPS = tuple(step for section in SECTIONS for step in section.steps)

# Who has not said yes yet has six tasks. Whatever else there is waits behind one fold.
SIX = (DATE, OFFERS, MUST_HAVES, COMPARE, DECIDE, TELL)

# The safe order of the Next card; what is not named here follows in the order of the journey.
NEXT_FIRST = {
    step.slug: place
    for place, step in enumerate(
        (PAUSE, DATE, TELL, OFFERS, IN_WRITING, SIGNED, SITUATION, MUST_HAVES)
    )
}
