"""Sharing with a career centre: with whom, which parts, and what they call the person."""

from dataclasses import dataclass
from typing import Any, ClassVar

from centres.models import Centre, Membership
from coaching.journey.sections import in_words
from coaching.models import Section, Sharing
from coaching.sharing.consent import Consent, share
from coaching.sharing.current import named_adviser, open_sections
from look.fields import LineField, PickMany, PickOne
from offers.models import Case

from .base import ValuesPage

TEAM = "team"
ALONG, FRESH = "along", "fresh"


@dataclass(frozen=True, kw_only=True)
class School:
    """The person’s centre, who works there now, and what is shared with it."""

    centre: Centre
    members: list[Membership]
    sharing: Sharing | None
    has_talk: bool  # with this centre, and it can go along when somebody else reads

    def stored(self) -> dict[str, Any]:
        sharing = self.sharing
        if sharing is None:
            return {}
        whom = sharing.adviser_id if named_adviser(sharing) else None
        return {
            "whom": TEAM if sharing.team_may_read else str(whom or ""),
            "sections": [one for one in Section.values if one in open_sections(sharing)],
            "name": sharing.name,
            "programme": sharing.programme,
        }


class ShareForm(ValuesPage):
    """Nothing is ticked unless the person ticks it."""

    can_wait = False
    buttons: ClassVar = (
        ("go", "Share this", "btn"),
        ("look", "See it as they will", "btn btn--second"),
    )
    layout: ClassVar = ("whom", "earlier", "sections", "name", "programme")

    whom = PickOne(
        label="Who may read it?",
        help_text="The adviser you name reads it alone. If they leave, nobody reads it until you"
        " name another.",
        error="Choose who may read it",
    )
    earlier = PickOne(
        label="If somebody new reads: may they read what you wrote so far?",
        help_text="Your messages with the center, and the letters you asked them to read."
        " It counts when you choose somebody else above, or share again.",
        choices=[(ALONG, "Yes, they read that too"), (FRESH, "No, they start fresh")],
        hints={
            ALONG: "A time that you agreed on stands if the same person still reads.",
            FRESH: "It stays here for you alone. A time that you agreed on is called off.",
        },
        error="Choose whether they may read what you wrote so far",
        required=False,
        quiet=True,
    )
    sections = PickMany(
        label="What else may they read?",
        help_text="They see the basics in any case. Each box opens more.",
        choices=Section.choices,
        hints={section: in_words(section) for section in Section},
        required=False,
    )
    name = LineField(
        label="Your name, as they read it",
        help_text="Leave it empty to keep your name private.",
        autocomplete="name",
        required=False,
    )
    programme = LineField(
        label="What you study",
        help_text="For example: senior, statistics.",
        required=False,
    )

    def __init__(self, *args: Any, about: School, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        self.fields["whom"].choices = [
            *((str(member.pk), f"{member}, and nobody else") for member in about.members),
            (TEAM, "Anyone who works at the center"),
        ]
        if not about.has_talk:
            del self.fields["earlier"]

    @classmethod
    def stored(cls, case: Case, about: School) -> dict[str, Any]:
        return about.stored()

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "earlier" in self.fields and "whom" in self.cleaned_data and self.is_to_somebody_else:
            self.require("earlier")
        return self.cleaned_data

    @property
    def is_to_somebody_else(self) -> bool:
        """Other people would read it than now."""
        return self.about.stored().get("whom") != self.cleaned_data["whom"]

    @property
    def changed_answers(self) -> list[str]:
        """What goes along is asked for a change of who reads; by itself it changes nothing."""
        return [name for name in super().changed_answers if name != "earlier"]

    @property
    def chosen_sections(self) -> list[str]:
        """The boxes that are ticked, of those there are: also while something else is missing."""
        value = self["sections"].value() or []
        return [one for one in Section.values if one in value]

    @property
    def opens_more(self) -> bool:
        """Once valid: somebody new may read, or one more box is ticked."""
        more = set(self.cleaned_data["sections"]) - set(self.about.stored().get("sections", []))
        return bool(more) or self.is_to_somebody_else

    def save(self) -> Sharing:
        """IntegrityError when another tab shared it in the same moment."""
        said, about = self.cleaned_data, self.about
        adviser = next((one for one in about.members if str(one.pk) == said["whom"]), None)
        return share(
            self.case,
            Consent(
                centre=about.centre,
                adviser=adviser,
                sections=said["sections"],
                name=said["name"],
                programme=said["programme"],
                with_earlier=said.get("earlier") == ALONG,
            ),
        )
