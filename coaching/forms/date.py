from datetime import datetime, timedelta
from typing import Any, ClassVar

from coaching.journey.facts import Facts
from look.dates import MINUTE, day, moment, short_day
from look.fields import PickOne
from look.layout import Picks
from offers.deadlines import TOO_SHORT, Limit, Problem, problem_with
from offers.models import Case, DecisionDate
from offers.walltime import resolve

from .base import ValuesPage
from .moment import AsksMoment, as_answers, clock_question, day_question, fold_question

OTHER = "other"
WALL = "%Y-%m-%dT%H:%M"
# A page may lie open while its suggestions move on; nothing further away was ever suggested.
STILL_MEANT = timedelta(days=60)

NOTES = {
    Problem.UNDER_A_DAY: "That is sooner than one night’s sleep. You can move it later.",
    Problem.OVER_A_MONTH: "That is over a month away. Is that what you want? You can change it.",
}


class DateForm(AsksMoment, ValuesPage):
    """When will you decide? Two suggested times, or another within the window."""

    can_wait = False
    as_h1 = "when"
    layout: ClassVar = (Picks("when", reveal={OTHER: AsksMoment.MOMENT}),)

    when = PickOne(
        label="When will you decide?",
        help_text="Pick a time when you can think, and then make calls. A morning works well.",
        error="Choose when you will decide",
    )
    day = day_question(error="Enter the date you will decide")
    clock = clock_question(error="Enter the time you will decide, like 10:00")
    fold = fold_question()

    def __init__(self, *args: Any, case: Case, about: Facts, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, zone=case.zone, **kwargs)
        self.facts = about
        when = self.fields["when"]
        when.choices = [*self._suggestions(), (OTHER, "Another date and time")]
        when.hints = self._hints()

    @classmethod
    def stored(cls, case: Case, about: Facts) -> dict[str, Any]:
        if about.date is None:
            return {}
        moment = about.date.local
        offered = {choice.strftime(WALL) for choice in about.window.choices}
        if moment.strftime(WALL) in offered:
            return {"when": moment.strftime(WALL)}
        return {"when": OTHER, **as_answers(moment, case.zone)}

    def _suggestions(self) -> list[tuple[str, str]]:
        """The window's choices; and the one posted, when the window has moved on meanwhile."""
        choices = {choice.strftime(WALL): choice for choice in self.facts.window.choices}
        posted = self._moment_at(str(self.data.get("when", "")))
        if posted and abs(posted - self.facts.now) < STILL_MEANT:
            choices.setdefault(posted.strftime(WALL), posted)
        return [(wall, self._named(choice)) for wall, choice in sorted(choices.items())]

    def _moment_at(self, wall: str) -> datetime | None:
        """The moment of one of the suggestions, which never fall where the clocks change."""
        try:
            return resolve(datetime.strptime(wall, WALL), self.zone, 0)
        except ValueError:
            return None

    def _named(self, choice: datetime) -> str:
        words = moment(choice, self.zone, self.facts.local_now.date())
        is_tomorrow = (choice.date() - self.facts.local_now.date()).days == 1
        return f"Tomorrow: {words}" if is_tomorrow else words

    def _hints(self) -> dict[str, str]:
        window, now = self.facts.window, self.facts.local_now
        hints = {
            choice.strftime(WALL): f"The soonest we suggest: {nights(now, choice)}"
            for choice in window.choices
        }
        if window.suggested:
            wall = window.suggested.strftime(WALL)
            hints[wall] = f"Suggested: {nights(now, window.suggested)}"
        if window.latest:
            hints[OTHER] = f"No later than {moment(window.latest, self.zone, now.date())}"
        return hints

    def clean(self) -> dict[str, Any]:
        super().clean()
        when = self.cleaned_data.get("when")
        if when == OTHER:
            self.require("day", "clock")
            self._check(self.read_moment(), "day")
        elif when:
            self._check(self._moment_at(when), "when")
        return self.cleaned_data

    def _check(self, chosen: datetime | None, question: str) -> None:
        if chosen is None:
            return
        problem = problem_with(chosen, self.facts.window, self.facts.local_now)
        if problem and problem.blocks:
            self.add_error(question, self._words(problem))
        self.cleaned_data["moment"] = chosen
        self.note = NOTES.get(problem) if problem else None

    def _words(self, problem: Problem) -> str:
        if problem is Problem.TOO_LATE:
            return f"Choose a date before {limit_in_words(self.facts)}"
        if problem is Problem.TOO_SOON:
            return f"Choose a time at least {TOO_SHORT // MINUTE} minutes from now"
        return "Choose a date and time that are still to come"

    def save(self) -> DecisionDate:
        """A new row for a new date; the same date again changes nothing."""
        if self.facts.date and self.is_as_stored:
            return self.facts.date
        date = DecisionDate.of(self.case, self.cleaned_data["moment"])
        date.save()
        return date

    @property
    def is_as_stored(self) -> bool:
        """The same moment on the same clocks, suggested or typed."""
        current = self.facts.date
        if current is None or not self.is_valid():
            return False
        moment = self.cleaned_data["moment"]
        return (current.decide_at, current.zone) == (moment, self.case.time_zone)


def limit_in_words(facts: Facts) -> str:
    """ "the Harborlight offer ends on Friday, December 5": what bounds the window, and when."""
    window, zone, today = facts.window, facts.case.zone, facts.local_now.date()
    if window.why_latest == Limit.OFFER_ENDS and facts.first_end:
        ends_at, offer = facts.first_end
        return f"the {offer} offer ends on {day(ends_at.astimezone(zone).date(), today)}"
    if window.why_latest == Limit.ANSWER_WANTED and facts.case.answer_by:
        wanted = facts.case.answer_by.astimezone(zone).date()
        return f"someone wants your answer on {day(wanted, today)}"
    if window.why_latest == Limit.START_DAY and facts.accepted and facts.accepted.starts_on:
        return f"your start day, {day(facts.accepted.starts_on, today)}"
    return f"the date in your papers, {short_day(window.latest)}" if window.latest else ""


def nights(now: datetime, then: datetime) -> str:
    """ "one night’s sleep": how many nights lie between."""
    count = (then.date() - now.date()).days
    if count == 0:
        return "today, since time is short"
    words = ("one", "two", "three", "four", "five", "six", "seven")
    number = words[count - 1] if count <= len(words) else str(count)
    return f"{number} night{'’s' if count == 1 else 's’'} sleep"
