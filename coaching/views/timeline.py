"""When each offer is on the table, for who has not said yes yet (S4-19, S4-20)."""

from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.timing import TimingForm
from coaching.journey.steps import TIMELINE
from coaching.models import OfferTiming
from coaching.telling.timing import timing_of
from coaching.weigh.on_the_table import picture, pinches, sentence, together_in_words
from offers.models import Offer, OfferKind

from .page import PageView
from .read import ReadView


class TimelineView(ReadView):
    """Every offer and interview over the same days, with the decision date."""

    template_name = "coaching/timeline.html"
    step = TIMELINE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = self.facts.local_now.date()
        date = self.facts.date
        known = {row.offer_id: row for row in OfferTiming.objects.filter(offer__case=self.case)}
        jobs = [job for job in self.facts.jobs if job.kind != OfferKind.CURRENT]
        timings = [timing_of(job, known.get(job.pk), today) for job in jobs]
        return super().get_context_data(
            rows=list(zip(jobs, [sentence(one, today) for one in timings], strict=True)),
            picture=picture(timings, today, date.local.date() if date else None),
            decide_at=date,
            together=together_in_words(timings, today),
            some_to_come=any(not one.is_here for one in timings),
            pinches=pinches(timings, today),
            **kwargs,
        )


class TimingView(PageView):
    """One offer: when it comes, and how long it is good for."""

    form_class = TimingForm
    template_name = "coaching/timing.html"
    step = TIMELINE
    title = "When is it on the table?"
    guidance = "timing"
    back_words = "to your offers over time"

    @cached_property
    def offer(self) -> Offer:
        number = self.kwargs["number"]
        found = (job for job in self.facts.jobs if job.kind != OfferKind.CURRENT)
        offer = next((job for job in found if job.number == number), None)
        if offer is None:
            raise Http404
        return offer

    def why_shut(self) -> str:
        """An offer that is not there is not found, whoever asks."""
        return super().why_shut() if self.offer else ""

    @cached_property
    def about(self) -> OfferTiming:
        stored = OfferTiming.objects.filter(offer=self.offer).first()
        return stored or OfferTiming(offer=self.offer)

    @property
    def slug(self) -> str:
        return f"timing-{self.kwargs['number']}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.offer, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:timeline", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()
