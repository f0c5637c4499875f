"""A call to practice, one screen at a time: each line, then each thing they may say. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from .replies import Reply
from .script import Line


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One moment of the call. `they` is what they say; empty while it is the person's turn."""

    heading: str
    say: str
    tip: str = ""
    they: str = ""


def rehearsal(lines: Iterable[Line], replies: Iterable[Reply], voicemail: str) -> list[Screen]:
    """In the order of a call; `voicemail` is empty for those one meets."""
    screens = [Screen(heading=line.heading, say=line.say, tip=line.tip) for line in lines]
    screens += [
        Screen(heading="They say", they=reply.they, say=reply.say, tip=reply.tip)
        for reply in replies
    ]
    if voicemail:
        tip = "Leave the news itself for the call."
        screens.append(Screen(heading="You reach a voicemail", say=voicemail, tip=tip))
    return screens


def place_from(text: str, screens: int) -> int:
    """The screen asked for, counted from 1; the first one when the address was tampered with."""
    number = int(text) if text.isdecimal() and text.isascii() and len(text) < 4 else 1
    return min(max(number, 1), screens)
