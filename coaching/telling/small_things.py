"""Small things that help, which the person may offer (S4-15, S2-19). None of them is owed. Pure."""

from dataclasses import dataclass

from offers.models import Stage


@dataclass(frozen=True, kw_only=True)
class SmallThing:
    """What to offer, a word on how, and whether the letter to them offers it."""

    what: str
    how: str
    in_letter: bool = False


def small_things(
    stage: Stage, *, returns: bool = False, passes_on: bool = False, notes: bool = False
) -> tuple[SmallThing, ...]:
    return (
        _to_a_no(passes_on)
        if stage == Stage.NOT_ACCEPTED
        else _when_leaving(stage, returns=returns, passes_on=passes_on, notes=notes)
    )


def _to_a_no(passes_on: bool) -> tuple[SmallThing, ...]:
    return (THANK_YOU, SmallThing(what=PASS_ON, how=PASS_ON_HOW, in_letter=passes_on))


def _when_leaving(
    stage: Stage, *, returns: bool, passes_on: bool, notes: bool
) -> tuple[SmallThing, ...]:
    write_up = "Write up your open work" if stage == Stage.STARTED else "Pass on what you prepared"
    return (
        SmallThing(
            what="Give back what is theirs",
            how="A laptop, a badge, keys. Name a day, and keep proof.",
            in_letter=returns,
        ),
        SmallThing(
            what=write_up,
            how="Short notes help whoever comes next, more so if you met the team.",
            in_letter=notes,
        ),
        SmallThing(
            what="Name someone for the job",
            how="Ask that person first. Name them only with their yes.",
        ),
        SmallThing(what=PASS_ON, how=PASS_ON_HOW, in_letter=passes_on),
        THANK_YOU,
    )


PASS_ON = "Pass the opening on"
PASS_ON_HOW = "Send it to people you know, if they are fine with that."
THANK_YOU = SmallThing(
    what="Thank those who met you",
    how="Two lines to each of them are enough. Say one true thing.",
)
