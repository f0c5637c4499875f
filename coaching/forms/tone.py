"""How a letter sounds: asked in the same words on every letter."""

from typing import Any

from coaching.models import Tone
from look.fields import PickOne


def tone_question() -> PickOne:
    return PickOne(
        label="How does it sound?",
        choices=Tone.choices,
        hints={
            Tone.SHORT: "Only what it must say.",
            Tone.WARM: "As you would say it.",
            Tone.FORMAL: "For a firm where people write that way.",
        },
        required=False,
        quiet=True,
    )


class HasTone:
    """A letter always has a tone: without an answer it keeps the one it has."""

    cleaned_data: dict[str, Any]
    instance: Any

    def clean_tone(self) -> str:
        tone: str = self.cleaned_data["tone"] or self.instance.tone
        return tone
