from functools import cached_property
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.loop import LoopForm, OnePerson, OutsiderForm, OwnPersonForm
from coaching.journey.loop import by_moment, in_the_loop, known_people
from coaching.journey.steps import LOOP
from coaching.weigh.ties import is_first
from offers.models import MOST_OWN_PEOPLE, Contact

from .case import CaseView
from .page import PageView
from .read import ReadView

KEYS = {f"other-{place}": place for place in range(1, MOST_OWN_PEOPLE + 1)}


class LoopView(ReadView):
    """Everybody, by the moment at which to tell them."""

    template_name = "coaching/loop.html"
    step = LOOP
    related = ("situation",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        taken = {contact.place for contact in self.facts.people}
        free = next((key for key, place in KEYS.items() if place not in taken), "")
        return super().get_context_data(
            groups=by_moment(in_the_loop(self.facts)), free=free, **kwargs
        )


class LoopPersonView(PageView):
    """One person on a screen of their own; one of the person’s own people may be new."""

    template_name = "coaching/loop_person.html"
    step = LOOP
    title = "One person in the loop"
    guidance = "loop-person"
    related = ("situation",)
    back_words = "to everyone in the loop"

    @property
    def is_own(self) -> bool:
        return self.kwargs["key"] in KEYS

    def get_form_class(self) -> type[Page]:
        if is_first(self.about.contact):
            return LoopForm
        return OwnPersonForm if self.is_own else OutsiderForm

    @cached_property
    def about(self) -> OnePerson:
        first = str(self.facts.accepted or "the employer")
        return OnePerson(contact=self.contact, first=first)

    @property
    def contact(self) -> Contact:
        key = self.kwargs["key"]
        found = next((one for one in known_people(self.facts) if one.key == key), None)
        if found is not None:
            return found
        if not self.is_own:
            raise Http404
        return Contact(case=self.case, place=KEYS[key])

    @property
    def slug(self) -> str:
        return slug_of(self.kwargs["key"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.about.contact
        rule = next((one for one in in_the_loop(self.facts) if one.contact == person), None)
        return super().get_context_data(
            person=person, in_the_loop=rule, is_own=self.is_own, **kwargs
        )

    def back_url(self) -> str:
        return reverse("coaching:loop", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()


def slug_of(key: str) -> str:
    return f"loop-{key}"


class ForgetPersonView(CaseView):
    """Takes one of the person’s own people off the list, with what was said about them."""

    http_method_names = ["post", "options"]

    @transaction.atomic
    def post(self, request: HttpRequest, key: str, **kwargs: Any) -> HttpResponse:
        """A second click finds nobody to take off, and that is fine."""
        if key not in KEYS:
            raise Http404
        self.case.contacts.filter(place=KEYS[key]).delete()
        self.case.saved_pages.filter(slug__in=(slug_of(key), f"bridge-{key}")).forget()
        return redirect("coaching:loop", self.case.code)
