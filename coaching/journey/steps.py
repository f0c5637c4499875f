"""The whole journey, in the order people see it: the table of contents of the product."""

from coaching.weigh.flags import SCREENS
from coaching.weigh.needs import needs
from coaching.weigh.questions import BY_NAME
from look.dates import clock, short_day
from offers.models import Stage

from . import gates
from .facts import Facts
from .missing import missing
from .safe_letters import askable
from .step import Section, Status, Step, Words, by_saved_page


def is_past_pause(facts: Facts) -> bool:
    """The hub begins with nothing but the pause."""
    return facts.has_finished("pause")


def date_status(step: Step, facts: Facts) -> Status:
    return Status.CHECK if facts.date_needs_a_look else by_saved_page(step, facts)


def offers_status(step: Step, facts: Facts) -> Status:
    if not facts.offers:
        return Status.NOT_STARTED
    named = all(offer.employer or not offer.is_job for offer in facts.offers)
    wanted = facts.accepted or facts.case.stage == Stage.NOT_ACCEPTED
    return Status.DONE if wanted and named else Status.IN_PROGRESS


def offers_hint(facts: Facts) -> str:
    return ", ".join(offer.employer for offer in facts.offers if offer.employer)


def options_hint(facts: Facts) -> str:
    return f"{len(facts.options)} so far" if facts.has_finished("options") else ""


def best_worst_status(step: Step, facts: Facts) -> Status:
    """Two options make a comparison; nobody has to picture all of them."""
    pictured = sum(slug.startswith("best-worst-") for slug in facts.pages)
    if not pictured:
        return Status.NOT_STARTED
    return Status.DONE if pictured > 1 else Status.IN_PROGRESS


def for_and_against_status(step: Step, facts: Facts) -> Status:
    """Both positions, each on a page of its own (S4-8)."""
    written = sum(slug.startswith("for-and-against-") for slug in facts.pages)
    if not written:
        return Status.NOT_STARTED
    return Status.DONE if written > 1 else Status.IN_PROGRESS


def must_haves_status(step: Step, facts: Facts) -> Status:
    """Done once each job has an answer to each of them; “I don’t know” is one."""
    status = by_saved_page(step, facts)
    if status is not Status.DONE:
        return status
    table = needs(facts.must_haves, facts.jobs)
    return Status.DONE if all(need.is_answered for need in table) else Status.IN_PROGRESS


def must_haves_hint(facts: Facts) -> str:
    if not facts.has_finished("must-haves"):
        return ""
    missed = [need.words for need in needs(facts.must_haves, facts.jobs) if need.is_missed]
    return f"Not met by every job: {', '.join(missed)}" if missed else ""


def compare_status(step: Step, facts: Facts) -> Status:
    """Three things rated make a picture."""
    rated = rated_count(facts)
    if not rated:
        return Status.NOT_STARTED
    return Status.DONE if rated >= FEWEST_RATED else Status.IN_PROGRESS


def compare_hint(facts: Facts) -> str:
    return f"{rated_count(facts)} rated so far" if rated_count(facts) else ""


def rated_count(facts: Facts) -> int:
    return sum(slug.startswith("rate-") for slug in facts.pages)


def signed_status(step: Step, facts: Facts) -> Status:
    if facts.has_checked_papers:
        return Status.DONE
    started = any(paper.slug in facts.pages for paper in facts.papers)
    return Status.IN_PROGRESS if started else Status.NOT_STARTED


def flags_status(step: Step, facts: Facts) -> Status:
    """Done once every job was asked about, and the person about themselves."""
    saved = {slug for slug in facts.pages if slug.startswith("flags-")}
    if not saved:
        return Status.NOT_STARTED
    wanted = {screen.slug(job.number) for job in facts.jobs for screen in SCREENS}
    done = all(facts.has_finished(slug) for slug in (*wanted, "flags-you"))
    return Status.DONE if done else Status.IN_PROGRESS


def fears_status(step: Step, facts: Facts) -> Status:
    """Two lines make two columns; nobody has to fill them."""
    written = sum(slug.startswith("fears-") for slug in facts.pages)
    if not written:
        return Status.NOT_STARTED
    return Status.DONE if written > 1 else Status.IN_PROGRESS


def questions_status(step: Step, facts: Facts) -> Status:
    answered = sum(slug.startswith("questions-") for slug in facts.pages)
    if not answered:
        return Status.NOT_STARTED
    return Status.DONE if answered >= len(BY_NAME) else Status.IN_PROGRESS


def sounding_board_status(step: Step, facts: Facts) -> Status:
    has_one = any(slug.startswith("trusted-") for slug in facts.pages)
    return Status.DONE if has_one else Status.OPTIONAL


def writing_status(step: Step, facts: Facts) -> Status:
    if facts.ended:
        return Status.CHECK
    if not facts.hoped_for:
        return Status.OPTIONAL
    if not facts.unwritten:
        return Status.DONE
    started = any(hasattr(offer, "writing") for offer in facts.unwritten)
    return Status.CHECK if started else Status.NOT_STARTED


def writing_hint(facts: Facts) -> str:
    if facts.ended:
        return f"The date of {facts.ended[0]} has passed. Ask if it is still open"
    return f"{facts.unwritten[0]} is not in writing yet" if facts.unwritten else ""


def pay_status(step: Step, facts: Facts) -> Status:
    jobs, priced = _jobs_and_priced(facts)
    if not priced:
        return Status.NOT_STARTED
    return Status.DONE if priced == jobs else Status.IN_PROGRESS


def pay_hint(facts: Facts) -> str:
    jobs, priced = _jobs_and_priced(facts)
    if priced < jobs:
        return f"You added the pay of {priced} of {jobs}"
    return "Ready to look at" if jobs else ""


def _jobs_and_priced(facts: Facts) -> tuple[int, int]:
    jobs = [offer for offer in facts.offers if offer.is_job]
    return len(jobs), sum(hasattr(offer, "pay") and offer.pay.base is not None for offer in jobs)


def bridges_status(step: Step, facts: Facts) -> Status:
    """One tie looked at is enough; nobody has to go through all of them."""
    return Status.DONE if saved_count(facts, "bridge-") else Status.NOT_STARTED


def bridges_hint(facts: Facts) -> str:
    count = saved_count(facts, "bridge-")
    return f"{count} looked at so far" if count else "People and circles that this may touch"


def loop_status(step: Step, facts: Facts) -> Status:
    """Done once something was noted about somebody; reading it is open at any time."""
    return Status.DONE if saved_count(facts, "loop-") else Status.NOT_STARTED


def loop_hint(facts: Facts) -> str:
    return "" if facts.decision else "Not everyone is safe to tell yet"


def saved_count(facts: Facts, prefix: str) -> int:
    return sum(slug.startswith(prefix) for slug in facts.pages)


def ask_status(step: Step, facts: Facts) -> Status:
    """Done while they think about it; once their day has passed, it wants a look."""
    if not facts.has_begun_to_ask:
        return Status.OPTIONAL
    asks = facts.asks.values()
    if any(ask.may_ask and not ask.reply_by for ask in asks):
        return Status.IN_PROGRESS
    late = (ask.reply_by <= facts.now for ask in asks if ask.reply_by and not ask.heard)
    return Status.CHECK if any(late) else Status.DONE


def ask_hint(facts: Facts) -> str:
    if not facts.has_begun_to_ask:
        return "Only if a yes would settle it for you"
    waiting = [ask.reply_by for ask in facts.asks.values() if ask.reply_by and not ask.heard]
    if not waiting:
        return ""
    first = min(waiting)
    if first <= facts.now:
        return "Write down what they said"
    return f"They answer by {short_day(first.astimezone(facts.case.zone))}"


def has_somebody_to_ask(facts: Facts) -> bool:
    return is_past_pause(facts) and not facts.is_leaving and bool(askable(facts))


def diary_status(step: Step, facts: Facts) -> Status:
    if not facts.diary_count:
        return Status.OPTIONAL
    return Status.DONE if facts.decision else Status.IN_PROGRESS


def diary_hint(facts: Facts) -> str:
    if not facts.diary_count:
        return "One minute a day"
    return f"{facts.diary_count} line{'' if facts.diary_count == 1 else 's'} so far"


def decide_status(step: Step, facts: Facts) -> Status:
    if facts.decision:
        return Status.DONE
    has_come = facts.date_has_come or facts.date is None
    return Status.NOT_STARTED if has_come else Status.OPENS


def decide_hint(facts: Facts) -> str:
    if facts.decision or facts.date_has_come:
        return ""
    return "You can open it sooner if you need to"


def tell_status(step: Step, facts: Facts) -> Status:
    if not facts.to_tell:
        return Status.NOT_STARTED
    left = gates.untold(facts)
    if not left and not missing(facts):
        return Status.DONE
    return Status.NOT_STARTED if len(left) == len(facts.to_tell) else Status.IN_PROGRESS


def tell_hint(facts: Facts) -> str:
    left = len(gates.untold(facts)) + len(missing(facts))
    return f"{left} still to tell" if left else ""


def why_closing_is_shut(facts: Facts) -> str:
    return "" if facts.decision else gates.NO_DECISION


def close_status(step: Step, facts: Facts) -> Status:
    return Status.DONE if facts.case.is_closed else Status.OPTIONAL


def opens(facts: Facts) -> str:
    """ "Opens Dec 4", or "Opens at 3pm" on the day itself, for the row of the decision."""
    if facts.date is None:
        return ""
    at = facts.date.local
    is_today = at.date() == facts.local_now.date()
    return f"Opens at {clock(at)}" if is_today else f"Opens {short_day(at)}"


FEWEST_RATED = 3

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

SECTIONS = (
    Section(title="Pause", steps=(PAUSE, DATE, LEANING), is_a_line=True),
    Section(title="Get the facts", steps=(OFFERS, SITUATION)),
    Section(
        title="Weigh it up",
        steps=(
            WHY,
            OPTIONS,
            BEST_WORST,
            FOR_AND_AGAINST,
            MUST_HAVES,
            COMPARE,
            SIDE_BY_SIDE,
            FLAGS,
            FEARS,
            QUESTIONS,
            SOUNDING_BOARD,
            SIGNED,
            CLAUSES,
            LEAVING_COST,
            BRIDGES,
        ),
    ),
    Section(title="Make it safe", steps=(IN_WRITING, ASK, LETTERS, LOOP, NOTICE)),
    Section(title="Wait, then decide", steps=(DIARY, DECIDE, TELL, CLOSE)),
)
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
