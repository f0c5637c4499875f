"""How far each step is, and the few words beside it. Read from the facts; nothing is stored."""

from django.utils.text import capfirst

from coaching.weigh.flags import screens_of
from coaching.weigh.later import CHECK_INS, LOOK_BACK
from coaching.weigh.questions import BY_NAME
from look.dates import ago, clock, short_day
from offers.models import Stage

from . import gates
from .facts import Facts
from .firmness import not_yet
from .missing import missing
from .outcomes import outcome_words
from .safe_letters import askable
from .step import Status, Step, by_saved_page

FEWEST_RATED = 3


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
    return Status.DONE if all(need.is_answered for need in facts.needs) else Status.IN_PROGRESS


def must_haves_hint(facts: Facts) -> str:
    if not facts.has_finished("must-haves"):
        return ""
    missed = [need.words for need in facts.needs if need.is_missed]
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
    wanted = {screen.slug(job.number) for job in facts.jobs for screen in screens_of(job)}
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
    return capfirst(not_yet(facts.unwritten[0], "in writing")) if facts.unwritten else ""


def pay_status(step: Step, facts: Facts) -> Status:
    """Nothing is asked there, so it is never done: it is there to look at."""
    jobs, priced = _jobs_and_priced(facts)
    if not priced:
        return Status.NOT_STARTED
    return Status.READY if priced == jobs else Status.IN_PROGRESS


def pay_hint(facts: Facts) -> str:
    jobs, priced = _jobs_and_priced(facts)
    if priced < jobs:
        return f"You added the pay of {priced} of {jobs}"
    return ""


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
    if facts.decision:
        return outcome_words(facts.case.stage, facts.decision.outcome)
    return "" if facts.date_has_come else "You can open it sooner if you need to"


def tell_status(step: Step, facts: Facts) -> Status:
    if not facts.to_tell:
        return Status.NOT_STARTED
    if has_told_all(facts):
        return Status.DONE
    left = gates.untold(facts)
    return Status.NOT_STARTED if len(left) == len(facts.to_tell) else Status.IN_PROGRESS


def has_told_all(facts: Facts) -> bool:
    """There was somebody to tell, nobody is left, and nobody is still without a name."""
    return bool(facts.to_tell) and not gates.untold(facts) and not missing(facts)


def tell_hint(facts: Facts) -> str:
    left = len(gates.untold(facts)) + len(missing(facts))
    if not left or facts.decision is None:
        return ""
    return f"{left} still to tell, decided {ago(facts.decision.decided_at, facts.now)}"


def why_closing_is_shut(facts: Facts) -> str:
    return "" if facts.decision else gates.NO_DECISION


def close_status(step: Step, facts: Facts) -> Status:
    return Status.DONE if facts.case.is_closed else Status.OPTIONAL


def is_decided(facts: Facts) -> bool:
    return is_past_pause(facts) and facts.decision is not None


def after_status(step: Step, facts: Facts) -> Status:
    return Status.DONE if LOOK_BACK in facts.looked_back else Status.OPTIONAL


def after_hint(facts: Facts) -> str:
    return "" if LOOK_BACK in facts.looked_back else _opens_on(facts, LOOK_BACK)


def check_ins_status(step: Step, facts: Facts) -> Status:
    left = set(CHECK_INS) - facts.looked_back
    return Status.OPTIONAL if left else Status.DONE


def check_ins_hint(facts: Facts) -> str:
    left = [days for days in CHECK_INS if days not in facts.looked_back]
    return _opens_on(facts, left[0]) if left else ""


def _opens_on(facts: Facts, days: int) -> str:
    if facts.decision is None or (opening := facts.opening(days)).is_open:
        return ""
    return f"Opens {short_day(opening.opens_on)}. You can open it sooner"


def next_offer_status(step: Step, facts: Facts) -> Status:
    return Status.DONE if facts.has_finished("next-offer-lines") else Status.OPTIONAL


def timeline_status(step: Step, facts: Facts) -> Status:
    return Status.DONE if saved_count(facts, "timing-") else Status.OPTIONAL


def opens(facts: Facts) -> str:
    """ "Opens Dec 4", or "Opens at 3pm" on the day itself, for the row of the decision."""
    if facts.date is None:
        return ""
    at = facts.date.local
    is_today = at.date() == facts.local_now.date()
    return f"Opens at {clock(at)}" if is_today else f"Opens {short_day(at)}"


def school_status(step: Step, facts: Facts) -> Status:
    """Where no rule counts for this yes there is nothing to answer."""
    return by_saved_page(step, facts) if facts.school_rules else Status.OPTIONAL
