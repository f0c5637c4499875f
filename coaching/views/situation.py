from typing import Any

from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.situation import SituationForm
from coaching.journey.steps import SITUATION
from offers.models import AcceptedHow, Answer, Offer, Role

from .page import PageView


class SituationView(PageView):
    form_class = SituationForm
    related = ("situation",)
    step = SITUATION
    privacy = "B"

    def get_form_kwargs(self) -> dict[str, Any]:
        """What was said about the job already is filled in, until the page is saved."""
        kwargs = super().get_form_kwargs()
        is_new = self.facts.situation._state.adding
        if is_new and self.has_described_a_job and self.facts.accepted:
            kwargs["initial"] = known_of(self.facts.accepted) | self.known_of_people()
        return kwargs

    @property
    def has_described_a_job(self) -> bool:
        """Known from the saved pages, so that nobody else's page waits for another query."""
        return any(slug.startswith("basics-") for slug in self.facts.pages)

    def known_of_people(self) -> dict[str, str]:
        """Who was named as having put in a word did put in a word."""
        if not any(slug.startswith("people-") for slug in self.facts.pages):
            return {}
        named = self.case.contacts.filter(role=Role.REFERRER).exclude(name="").exists()
        return {"referred": Answer.YES.value} if named else {}

    def next_url(self, form: Page) -> str:
        """Back to telling people, once that is open: there one was asked about a visa.

        The saved pages are read already; only who has decided costs another query.
        """
        if "decide" in self.facts.pages and self.facts.is_telling:
            return reverse("coaching:tell", args=[self.case.code])
        return super().next_url(form)


def known_of(job: Offer) -> dict[str, str]:
    """Answers that the pages about the accepted job have given."""
    known = {}
    if job.accepted_how == AcceptedHow.SIGNED:
        known["signed"] = Answer.YES.value
    paid = getattr(getattr(job, "pay", None), "signing_paid", "")
    if paid:
        known["money"] = paid
    return known
