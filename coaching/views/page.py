"""The one view of every page with questions: find, ask, check, save, go on."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic.base import TemplateResponseMixin
from django.views.generic.edit import FormMixin

from coaching.forms.base import Page
from coaching.journey.desk import refresh_desk
from coaching.journey.facts import Facts
from coaching.journey.journey import section_of
from coaching.journey.not_yet import why_not_a_step
from coaching.journey.step import Step
from coaching.models import HelperComment, SavedPage

from .case import CaseView
from .conflict import differences

KEPT_WHILE_CLOSED = "We kept what you typed. Open your case again to save it."
KEPT = "We kept what you typed. Read it through, then save."


class PageView(TemplateResponseMixin, FormMixin, CaseView):
    """One page of a case. Subclasses and `as_view` say which."""

    template_name = "coaching/page.html"
    form_class: type[Page]
    step: ClassVar[Step]
    title: ClassVar[str] = ""
    privacy: ClassVar[str] = "O"
    # What it saves shows in the career centre’s queue.
    moves_desk: ClassVar[bool] = False
    guidance: ClassVar[str] = ""

    # What the page is about

    @cached_property
    def about(self) -> Any:
        """The one thing within the case that this page is about, such as an offer."""
        return None

    @property
    def slug(self) -> str:
        """What this page is saved under."""
        return self.step.slug

    @property
    def version(self) -> int:
        page = self.facts.turns.get(self.slug)
        return page.version if page else 0

    @property
    def is_saved(self) -> bool:
        return self.slug in self.facts.pages

    @property
    def eyebrow(self) -> str:
        """What stands above the heading, where that is not the section and the place in it."""
        return ""

    # Asking

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason = self.why_shut()
        if reason:
            messages.info(request, reason)
            return redirect("coaching:hub", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    def why_shut(self) -> str:
        """The gate, for every method and by direct URL; empty when the page is open."""
        if not self.step.applies(self.facts):
            return why_not_a_step(self.step, self.facts)
        return self.step.shut(self.facts)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = self.words_held()
        if held is None:
            return self.show(self.get_form())
        messages.info(request, KEPT_WHILE_CLOSED if self.is_stuck else KEPT)
        return self.show(self.form_over(held))

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = {"case": self.case, "about": self.about, "version": self.version}
        if self.request.method == "POST":
            kwargs["data"] = self.request.POST
        return kwargs

    def form_over(self, data: QueryDict) -> Page:
        """The form filled with `data` as if it had been posted on the page as it now stands."""
        fresh = data.copy()
        fresh["version"] = str(self.version)
        return self.get_form_class()(**self.get_form_kwargs() | {"data": fresh})

    def show(self, form: Page, status: int = 200, **context: Any) -> HttpResponse:
        context = self.get_context_data(form=form, **context)
        return self.render_to_response(context, status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        section = section_of(self.step)
        context = {
            "step": self.step,
            "section": section,
            "eyebrow": self.eyebrow,
            "place": section.steps.index(self.step) + 1,
            "title": self.title or self.step.at(self.case.stage).title,
            "privacy_mark": self.privacy,
            "guidance": self.advice_on(self.guidance or self.step.slug),
            "back_url": self.back_url(),
            "back_words": self.back_words,
        }
        return super().get_context_data(**context | kwargs)

    @property
    def step_before(self) -> Step | None:
        """The step to go back to, where steps follow one another."""
        section = section_of(self.step)
        place = section.steps.index(self.step)
        return section.steps[place - 1] if section.is_a_line and place else None

    def back_url(self) -> str:
        before = self.step_before
        return reverse(before.url_name if before else "coaching:hub", args=[self.case.code])

    @property
    def back_words(self) -> str:
        """Where the link back leads: "to your steps"."""
        return f"to “{self.step_before.title}”" if self.step_before else "to your steps"

    # Saving

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        wants_later = "later" in request.POST
        if not form.is_valid() and not (wants_later and form.can_be_kept_half_done):
            return self.show(form)
        if not self.keep(form):
            return self.settle(form)
        if wants_later:
            return redirect("coaching:hub", self.case.code)
        return redirect(self.next_url(form))

    def keep(self, form: Page) -> bool:
        """Save the page if it is still the one that was opened; False if another tab was first."""
        try:
            with transaction.atomic():
                page = take_turn(self.facts, self.slug, form.posted_version, whole=form.is_valid())
                if page:
                    form.save()
                    self.facts.turns[self.slug] = self.facts.pages[self.slug] = page
                    if self.moves_desk:
                        refresh_desk(self.case)
        except IntegrityError:
            return False
        return page is not None

    def settle(self, form: Page) -> HttpResponse:
        """Another tab saved first. The same answers again are harmless; others come back, both."""
        self.setup(self.request, *self.args, **self.kwargs)
        for name in ("facts", "journey", "about"):
            self.__dict__.pop(name, None)
        again = self.form_over(self.request.POST)
        if again.is_as_stored:
            return redirect(self.next_url(form))
        return self.show(again, status=409, conflict=differences(again))

    def next_url(self, form: Page) -> str:
        """Where to go after saving: the next open task of this section, else the hub."""
        after = self.journey.after(self.step)
        return reverse(after.url_name if after else "coaching:hub", args=[self.case.code])


class Settings(PageView):
    """A page that sets how the product behaves, and says nothing about the person’s case."""

    @property
    def readers(self) -> Mapping[str, str]:
        return self.who_reads.of(None)

    @property
    def new_comments(self) -> list[HelperComment]:
        return []


def take_turn(facts: Facts, slug: str, version: int, *, whole: bool) -> SavedPage | None:
    """Claim the right to save over `version`, by one conditional UPDATE. None if it is stale.

    Raises IntegrityError when two tabs save a page for the first time in the same moment.
    """
    page = facts.turns.get(slug)
    now = timezone.now()
    if page is None:
        if version != 0:
            return None
        return SavedPage.objects.create(case=facts.case, slug=slug, is_finished=whole, saved_at=now)
    taken = SavedPage.objects.filter(pk=page.pk, version=version).update(
        version=version + 1, is_finished=whole, is_forgotten=False, saved_at=now
    )
    if not taken:
        return None
    page.version, page.is_finished, page.saved_at = version + 1, whole, now
    return page
