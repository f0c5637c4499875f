"""Pages that take a closer look at the doubt. Nobody has to open any of them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Closer:
    """One page. Its slug is what it is saved under, or the beginning of it, and its URL's name."""

    slug: str
    title: str
    purpose: str
    minutes: int

    @property
    def url_name(self) -> str:
        return f"coaching:{self.slug}"


LATER_OFFER = Closer(
    slug="later-offer",
    title="The offer that came later",
    purpose="How it came, how alike it is, and how much better.",
    minutes=1,
)
COUNTER_OFFER = Closer(
    slug="counter-offer",
    title="The offer to stay",
    purpose="What made you want to leave, and has it changed?",
    minutes=3,
)
BELIEFS = Closer(
    slug="beliefs",
    title="What you tell yourself",
    purpose="“It is rude.” Test a sentence, and put it more fairly.",
    minutes=5,
)
PLEASING = Closer(
    slug="pleasing",
    title="Who is your yes for?",
    purpose="A few quick questions about pleasing others.",
    minutes=2,
)
PRESSURE = Closer(
    slug="pressure",
    title="What pushes you?",
    purpose="Seven things that can push. Say how hard each one does.",
    minutes=2,
)
FIRST_DAYS = Closer(
    slug="first-days",
    title="Your first 90 days",
    purpose="Three things to learn, one person to ask, and questions for your manager.",
    minutes=5,
)
CLOSER = (LATER_OFFER, COUNTER_OFFER, BELIEFS, PLEASING, PRESSURE, FIRST_DAYS)
