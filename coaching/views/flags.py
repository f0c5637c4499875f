"""Warning signs: what the person saw in each job, and what they tell themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.flags import HabitsForm, JobSignsForm, OneJob
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.steps import FLAGS, IN_WRITING
from coaching.weigh.flags import (
    HABITS,
    JOB,
    TALKS,
    TREATED,
    UNWRITTEN,
    Mirror,
    Screen,
    mirror,
    screens_of,
    signs_of,
)
from offers.models import Offer

from .page import PageView
from .read import ReadView

YOU = "flags-you"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One page of the list, and how far it is."""

    url: str
    slug: str
    title: str
    about: str
    is_saved: bool
    is_whole: bool

    @property
    def in_a_sentence(self) -> str:
        return self.title[0].lower() + self.title[1:]


def pages_of(facts: Facts) -> Iterator[Row]:
    """Every page in its order: both about each job, then the one about oneself."""
    code, saved = facts.case.code, facts.pages
    asked = [
        (screen.slug(job.number), f"coaching:flags-{screen.name}", (code, job.number), screen, job)
        for job in facts.jobs
        for screen in screens_of(job)
    ]
    for slug, name, args, screen, job in asked:
        yield Row(
            url=reverse(name, args=args),
            slug=slug,
            title=screen.title,
            about=str(job),
            is_saved=slug in saved,
            is_whole=facts.has_finished(slug),
        )
    yield Row(
        url=reverse("coaching:flags-you", args=[code]),
        slug=YOU,
        title=HabitsView.title,
        about="",
        is_saved=YOU in saved,
        is_whole=facts.has_finished(YOU),
    )


class FlagsView(ReadView):
    """All pages, and how far the person has come."""

    template_name = "coaching/flags.html"
    step = FLAGS
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(pages_of(self.facts))
        return super().get_context_data(
            rows=rows,
            first=next((row for row in rows if not row.is_whole), None),
            has_begun=any(row.is_saved for row in rows),
            **kwargs,
        )


class FlagsPage(PageView):
    """Leads on to the next page that was never saved, and then to what was said."""

    step = FLAGS
    privacy = "N"
    back_words = "to the warning signs"

    def back_url(self) -> str:
        return reverse("coaching:flags", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        rows = list(pages_of(self.facts))
        here = next(place for place, row in enumerate(rows, 1) if row.slug == self.slug)
        in_turn = (*rows[here:], *rows[:here])
        result = reverse("coaching:flags-result", args=[self.case.code])
        return next((row.url for row in in_turn if not row.is_saved), result)


class JobView(FlagsPage):
    """One job on a screen of its own."""

    form_class = JobSignsForm
    template_name = "coaching/flags_job.html"
    screen: ClassVar[Screen] = JOB

    @cached_property
    def about(self) -> OneJob:
        offer = next((job for job in self.facts.jobs if job.number == self.kwargs["number"]), None)
        if offer is None:
            raise Http404
        screen = next(one for one in screens_of(offer) if one.name == self.screen.name)
        return OneJob(offer=offer, row=self.facts.warning_signs.get(offer.pk), screen=screen)

    @property
    def slug(self) -> str:
        return self.screen.slug(self.kwargs["number"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = self.about
        return super().get_context_data(offer=about.offer, title=about.title, **kwargs)


class TalksView(JobView):
    """How the same job’s people dealt with the person."""

    screen = TALKS


class HabitsView(FlagsPage):
    """Once a case: what people tell themselves."""

    form_class = HabitsForm
    related = ("habits",)
    title = "What you say to yourself"
    guidance = "flags-you"

    @property
    def slug(self) -> str:
        return YOU


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One job, what was said about its signs, and how its people treated the person."""

    offer: Offer
    mirror: Mirror
    treated: str
    treated_note: str
    open_url: str


class FlagsResultView(ReadView):
    """Says back what was said about each job, and what to find out."""

    template_name = "coaching/flags_result.html"
    related = ("habits",)
    step = FLAGS
    title = "What you told us about each job"
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        habits = mirror(HABITS, getattr(self.case, "habits", None))
        return super().get_context_data(
            guidance=guidance_for("flags-result", self.case.stage),
            jobs=[self.seen(job) for job in self.facts.jobs],
            habits=habits,
            promise=next((said for said in habits.yes if said.sign is UNWRITTEN), None),
            can_ask_in_writing=IN_WRITING.applies(self.facts),
            next_step=self.journey.after(FLAGS),
            **kwargs,
        )

    def seen(self, job: Offer) -> Seen:
        row = self.facts.warning_signs.get(job.pk)
        return Seen(
            offer=job,
            mirror=mirror(signs_of(job), row),
            treated=TREATED.get(row.treated, "") if row else "",
            treated_note=row.treated_note if row else "",
            open_url=self.open_url(job),
        )

    def open_url(self, job: Offer) -> str:
        """The first page about this job that has something open; empty when none has."""
        about_it = {screen.slug(job.number) for screen in screens_of(job)}
        rows = (row for row in pages_of(self.facts) if row.slug in about_it)
        return next((row.url for row in rows if not row.is_whole), "")
