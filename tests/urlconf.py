"""Every address the site answers, read from its URLconf, and filled in from a case."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from centres.models import (
    Consequence,
    Employer,
    EmployerSpelling,
    Invitation,
    Membership,
    Policy,
    Roster,
)
from coaching.models import Appointment, Reading
from offers.models import Case, Role
from review.models import Incident


@dataclass(frozen=True, kw_only=True)
class Url:
    """One pattern: its name with its namespace, what it asks for, and the view behind it."""

    name: str
    route: str
    wants: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def is_of_a_school(self) -> bool:
        """Of a school’s own sign-in."""
        return self.name.startswith(("saml_", "openid_connect_"))

    @property
    def is_of_staff(self) -> bool:
        return self.name.startswith("review:")

    @property
    def is_of_the_operator(self) -> bool:
        return self.name.startswith("operator:")

    @property
    def is_of_a_case(self) -> bool:
        return "code" in self.wants

    def of(self, case: Case | None, **other: Any) -> str:
        """Its address for this case; `other` puts something else in the place of what is its."""
        given = {want: other.get(want) or self._part(want, case) for want in self.wants}
        return reverse(self.name, kwargs=given)

    def _part(self, want: str, case: Case | None) -> Any:
        """Of staff without a desk, and of an operator without a centre, there is no such row."""
        try:
            return PARTS[want](self, case)
        except (ObjectDoesNotExist, IndexError):
            if self.is_of_staff or self.is_of_the_operator:
                return 0
            raise


def first_manager(case: Case) -> Any:
    return case.contacts.get(role=Role.MANAGER, offer__number=1)


def person_of(url: Url, case: Case) -> Any:
    """Whom it is about: only somebody of their own is ticked off without a call."""
    is_own = url.name == "coaching:tell-knows"
    return (case.contacts.get(place=1) if is_own else first_manager(case)).pk


def token(url: Url, case: Case) -> Any:
    if url.name == "review:invitation":
        return Invitation.objects.get().token
    if url.name.startswith("coaching:helper"):
        return case.helper_links.get().token
    row = case.calendar_feed if url.name == "coaching:calendar-feed" else case.reminders
    return row.token


def letter_of(url: Url, case: Case) -> Any:
    if url.name.startswith("coaching:further-letter"):
        return case.further_letters.get()
    is_safe = url.name.startswith("coaching:safe-letter")
    return case.safe_letters.get() if is_safe else first_manager(case).letter


def row_of_the_operator(url: Url, case: Case) -> Any:
    """The page of which row: its model stands in the page’s name."""
    model = url.name.removeprefix("operator:centres_").partition("_")[0]
    return apps.get_model("centres", model).objects.all()[0].pk


def reading_of(url: Url, case: Case) -> Any:
    """What staff read now; else what they read once."""
    return Reading.objects.filter(sharing__case=case).latest("pk")


OF_ANOTHER_OFFER = {
    "coaching:writing",
    "coaching:conditions",
    "coaching:second-yes",
    "coaching:ask-not-now",
}

# How to fill in what an address asks for. A new kind of part needs its line here.
PARTS: dict[str, Callable[[Url, Case], Any]] = {
    "code": lambda url, case: case.code,
    "shared": lambda url, case: case.code,
    "organization_slug": lambda url, case: "lakeside",
    "provider_id": lambda url, case: "lakeside-oidc",
    "name": lambda url, case: "goals",
    "topic": lambda url, case: "pay",
    "number": lambda url, case: 2 if url.name in OF_ANOTHER_OFFER else 1,
    "who": person_of,
    "told": lambda url, case: first_manager(case).told.latest("pk").pk,
    "key": lambda url, case: "other-1" if "loop" in url.name else "1-manager",
    "paper": lambda url, case: "notice",
    "option": lambda url, case: "keep",
    "position": lambda url, case: "out",
    "guide": lambda url, case: "the-call",
    "place": lambda url, case: 0 if url.is_of_staff else "germany",
    "token": token,
    "which": lambda url, case: letter_of(url, case).pk,
    "kind": lambda url, case: "ask-terms",
    "more": lambda url, case: "release",
    "days": lambda url, case: 30,
    "reading": lambda url, case: reading_of(url, case).pk,
    "note": lambda url, case: reading_of(url, case).notes.latest("pk").pk,
    "appointment": lambda url, case: Appointment.objects.filter(sharing__case=case).latest("pk").pk,
    "part": lambda url, case: "compare",
    "member": lambda url, case: Membership.objects.filter(name="Cleo Byrne").latest("pk").pk,
    "object_id": row_of_the_operator,
    "app_label": lambda url, case: "centres",
    "roster": lambda url, case: Roster.objects.get().pk,
    "school": lambda url, case: "lakeside",
    "invited": lambda url, case: Invitation.objects.get().pk,
    "employer": lambda url, case: Employer.objects.get(name="Northgate Bank").pk,
    "incident": lambda url, case: Incident.objects.get().pk,
    "step": lambda url, case: "heard",
    "spelling": lambda url, case: EmployerSpelling.objects.get(words="Nortgate Bank").pk,
    "wording": lambda url, case: "letter-withdraw-plain",
    "policy": lambda url, case: Policy.objects.get().pk,
    "rules": lambda url, case: "consequences",
    "rule": lambda url, case: Consequence.objects.get(version__state="draft").pk,
}


def every_url() -> list[Url]:
    return list(_beneath(get_resolver("config.urls")))


def case_urls() -> list[Url]:
    return [url for url in every_url() if url.is_of_a_case]


def _beneath(
    resolver: URLResolver, route: str = "", space: str = "", wants: tuple[str, ...] = ()
) -> Iterator[Url]:
    for entry in resolver.url_patterns:
        there = route + str(entry.pattern)
        asked = (*wants, *entry.pattern.converters)
        if isinstance(entry, URLPattern):
            yield Url(name=f"{space}{entry.name}", route=there, wants=asked, view=entry.callback)
        else:
            within = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _beneath(entry, there, within, asked)
