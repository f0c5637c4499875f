"""How a letter sounds: asked in the same words on every letter."""

from coaching.models import Tone
from look.fields import PickOne


def tone_question() -> PickOne:
    return PickOne(
        label="How does it sound?",
        choices=Tone.choices,
        hints={
            Tone.SHORT: "Only what it must say.",
            Tone.WARM: "As you would say it.",
            Tone.FORMAL: "For a large firm, or a formal one.",
        },
        error="Choose how it sounds",
    )
