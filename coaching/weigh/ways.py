"""The ways that everybody has, in the words of where they stand. Keeping one’s word is first."""

from dataclasses import dataclass

from offers.models import Stage


@dataclass(frozen=True, kw_only=True)
class Way:
    title: str
    hint: str


GIVEN = {
    Stage.NOT_ACCEPTED: (
        Way(title="Say yes", hint="Take the job."),
        Way(title="Say no", hint="Tell them early and kindly."),
        Way(title="Ask to change something", hint="The pay, the hours or the place."),
        Way(title="Ask for more time", hint="A normal thing to ask."),
    ),
    Stage.ACCEPTED: (
        Way(title="Keep the job", hint="Honor the commitment, as you said you would."),
        Way(title="Back out", hint="Tell them soon and kindly."),
        Way(title="Ask to change something", hint="The pay, the hours or the place."),
        Way(title="Start later", hint="Ask for another first day."),
    ),
    Stage.STARTED: (
        Way(title="Stay", hint="Honor the commitment, as you said you would."),
        Way(title="Leave", hint="Give notice and hand over well."),
        Way(title="Ask to change something", hint="The pay, the hours or the place."),
        Way(title="Give longer notice", hint="Leave, but give them more time."),
    ),
}

KEEP_OR_LEAVE = {
    Stage.NOT_ACCEPTED: ("say yes", "say no"),
    Stage.ACCEPTED: ("keep the job", "back out"),
    Stage.STARTED: ("stay", "leave"),
}


def given_ways(stage: str) -> tuple[Way, ...]:
    """The four ways at this stage (S4-7: the kept promise first)."""
    return GIVEN[Stage(stage)]


def keep_or_leave(stage: str) -> tuple[str, str]:
    """What to do about the job, either way: "keep the job" and "back out"."""
    return KEEP_OR_LEAVE[Stage(stage)]
