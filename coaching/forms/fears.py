from typing import Any, ClassVar

from coaching.models import Kind, RestsOn, Thought
from look.fields import LineField, PickOne
from look.layout import Picks
from offers.models import Case

from .base import RowPage


class ThoughtForm(RowPage):
    """One line, and which column it stands in: `about` is a Thought, new or stored. N."""

    can_wait = False
    layout: ClassVar = (
        "words",
        Picks("kind", reveal={Kind.FACT: ["rests_on"], Kind.FEAR: ["would_show"]}),
    )

    words = LineField(label="What is on your mind?", error="Enter a fact or a fear")
    kind = PickOne(
        label="Which is it?",
        choices=Kind.choices,
        hints={
            Kind.FACT: "You saw it, read it or were told it.",
            Kind.FEAR: "It may come true, or it may not.",
        },
        error="Choose a fact or a fear",
    )
    rests_on = PickOne(
        label="What does it rest on?",
        choices=RestsOn.choices,
        hints={
            RestsOn.SIGNAL: "Once, or again and again",
            RestsOn.PROMISE: "It may be meant, and it is still to come",
        },
        required=False,
    )
    would_show = LineField(
        label="What would show you if it is so?",
        help_text="Then it is something you can check.",
        required=False,
    )

    class Meta:
        model = Thought
        fields = ("words", "kind", "rests_on", "would_show")

    def __init__(self, *args: Any, case: Case, about: Thought, **kwargs: Any) -> None:
        super().__init__(*args, case=case, about=about, **kwargs)
        words = self.fields["words"]
        # A second click on an emptied line finds its row gone, and that is fine.
        words.quiet, words.required = True, not (about.pk or self.posted_version > 0)
        if about.pk:
            words.help_text = "Empty this line to take it off your list."

    @classmethod
    def instance_for(cls, case: Case, about: Thought) -> Thought:
        return about

    @property
    def is_as_stored(self) -> bool:
        """An emptied line that is gone already is no difference."""
        typed = self.data.get(self.add_prefix("words"), "").strip()
        return super().is_as_stored or (not typed and self.instance.pk is None)

    def set_columns(self) -> None:
        """Only a fact rests on something, and only a fear is to be shown."""
        if self.instance.kind == Kind.FACT:
            self.instance.would_show = ""
        else:
            self.instance.rests_on = ""

    def save(self, commit: bool = True) -> Thought:
        row: Thought = self.instance
        if row.words:
            super().save()
        elif row.pk:
            row.delete()
        return row
