from typing import Any, ClassVar

from django import forms

from look.fields import EmailLine, LineField, PhoneLine
from look.layout import Group
from offers.models import OF_AN_OFFER, Case, Contact, Offer, Role

from .base import ValuesPage

PERSON = ("name", "title", "email", "phone", "knows_well")
OF_A_RECRUITER = ("name", "title", "agency", "email", "phone", "knows_well")


def asked_about(role: str) -> tuple[str, ...]:
    """The columns of one person, in the order of the questions."""
    return OF_A_RECRUITER if role == Role.RECRUITER else PERSON


class PeopleForm(ValuesPage):
    """Who hired, who recruited, who referred. All optional; a name makes a contact."""

    layout: ClassVar = tuple(
        Group(Role(role).label, *(f"{role}_{name}" for name in asked_about(role)))
        for role in OF_AN_OFFER
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in OF_AN_OFFER:
            self.fields |= questions_about(role)

    @classmethod
    def stored(cls, case: Case, about: Offer) -> dict[str, Any]:
        return {
            f"{contact.role}_{name}": getattr(contact, name)
            for contact in about.contacts.all()
            for name in asked_about(contact.role)
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        for role in OF_AN_OFFER:
            given = [
                name for name in asked_about(role)[1:] if self.cleaned_data.get(f"{role}_{name}")
            ]
            if given and not self.cleaned_data.get(f"{role}_name"):
                self.add_error(f"{role}_name", f"Enter the name of the {Role(role).label.lower()}")
        return self.cleaned_data

    def save(self) -> None:
        """Write each person once. Without a name the row stays, but there is nobody to tell."""
        known = {contact.role: contact for contact in self.about.contacts.all()}
        for role in OF_AN_OFFER:
            values = {
                name: self.cleaned_data.get(f"{role}_{name}") or "" for name in asked_about(role)
            }
            values["knows_well"] = bool(values["knows_well"])
            contact = known.get(role)
            if contact is None and not values["name"]:
                continue
            contact = contact or Contact(case=self.case, offer=self.about, role=role)
            for name, value in values.items():
                setattr(contact, name, value)
            contact.save()


def questions_about(role: str) -> dict[str, forms.Field]:
    """The questions about one person, named for their role."""
    questions = {
        f"{role}_name": LineField(label="Name", required=False),
        f"{role}_title": LineField(label="Job title", required=False),
        f"{role}_email": EmailLine(label="E-mail", required=False, max_length=120),
        f"{role}_phone": PhoneLine(label="Phone", required=False),
        f"{role}_agency": LineField(
            label="Agency",
            help_text="If they work for an agency or a search firm. Letters to them go there.",
            required=False,
        ),
        f"{role}_knows_well": forms.BooleanField(label="Knows me well", required=False),
    }
    return {f"{role}_{name}": questions[f"{role}_{name}"] for name in asked_about(role)}
