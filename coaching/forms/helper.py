"""Letting one trusted person read along, and what they write."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone

from coaching.journey.facts import Facts
from coaching.journey.journey import Journey
from coaching.journey.parts import BY_NAME, FOR_THE_PERSON_ALONE, SHAREABLE, Part
from coaching.models import LONGEST_COMMENT, HelperLink, HelperPart
from coaching.models.helper import LASTS
from look.fields import LineField, PickMany, PickOne, TextField, TokenField
from look.forms import HouseForm
from offers.models import Case

from .base import ValuesPage

READ, COMMENT = "read", "comment"


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """The link that is open now, if there is one, in the case as it stands."""

    link: HelperLink | None
    facts: Facts

    def choices(self, parts: tuple[Part, ...]) -> list[tuple[str, str]]:
        """The parts of this person’s own journey."""
        journey = Journey(self.facts)
        return [(part.name, part.title) for part in parts if part.step in journey]


class HelperForm(ValuesPage):
    """Which parts are open, and whether to comment. Saving makes the link, or changes it."""

    can_wait = False
    buttons: ClassVar = (("go", "Save what is open", "btn"),)
    layout: ClassVar = ("name", "may", "parts", "private")

    name = LineField(label="What do you call this person?", required=False)
    may = PickOne(
        label="What may they do?",
        choices=((READ, "Read"), (COMMENT, "Read, and write comments to you")),
        error="Choose what they may do",
    )
    parts = PickMany(
        label="What may they read?",
        help_text="Parts about your jobs name the jobs and the people.",
        required=False,
    )
    private = PickMany(
        label="And of what is only for you?",
        help_text="Nobody needs these to help you. Tick one only if you want them to know.",
        required=False,
    )

    def __init__(self, *args: Any, about: Sharing, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        self.fields["parts"].choices = about.choices(SHAREABLE)
        self.fields["private"].choices = about.choices(FOR_THE_PERSON_ALONE)

    @classmethod
    def stored(cls, case: Case, about: Sharing) -> dict[str, Any]:
        if about.link is None:
            return {}
        opened = [row.part for row in about.link.parts.all()]
        return {
            "name": about.link.name,
            "may": COMMENT if about.link.may_comment else READ,
            "parts": [name for name in opened if not BY_NAME[name].is_private],
            "private": [name for name in opened if BY_NAME[name].is_private],
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not self.chosen:
            self.add_error("parts", "Choose at least one part to open")
        return self.cleaned_data

    @property
    def chosen(self) -> list[str]:
        return [*self.cleaned_data.get("parts", []), *self.cleaned_data.get("private", [])]

    def save(self) -> HelperLink:
        """IntegrityError when another tab made a link in the same moment."""
        now = timezone.now()
        # What ended by itself makes room for the next.
        past = HelperLink.objects.filter(case=self.case, ended_at=None, ends_at__lte=now)
        past.update(ended_at=now)
        link = self.about.link or HelperLink(case=self.case, made_at=now, ends_at=now + LASTS)
        link.name = self.cleaned_data["name"]
        link.may_comment = self.cleaned_data["may"] == COMMENT
        link.save()
        link.parts.all().delete()
        HelperPart.objects.bulk_create(HelperPart(link=link, part=part) for part in self.chosen)
        return link


class CommentForm(HouseForm):
    """One comment beside one part. The same form sent twice is one comment."""

    buttons: ClassVar = (("go", "Send the comment", "btn"),)

    words = TextField(
        label="A comment",
        help_text="Only the person who sent you this link reads it.",
        max_length=LONGEST_COMMENT,
        error="Enter a comment",
    )
    token = TokenField()
