"""What comes after a decision, for as long as one likes: also when the case is closed."""

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.after import CheckInForm, LookBackForm
from coaching.forms.base import Page, one_of
from coaching.forms.next_offer import LinesForm, NextOffer, TicksForm
from coaching.guidance import guidance_for
from coaching.journey.steps import AFTER, CHECK_INS, NEXT_OFFER
from coaching.models import MOST_LINES, CheckIn, LookBack
from coaching.weigh import later
from coaching.weigh.check_in import picture, rows
from coaching.weigh.lessons import Lesson, lessons, new_since
from offers.models import Answer, Stage

from .page import PageView
from .read import ReadView

EDIT = "next-offer-lines"


class AfterPage(PageView):
    """A closed case changes here: what was decided and told stays as it is."""

    privacy = "N"
    changes_closed = True


class LookBackView(AfterPage):
    form_class = LookBackForm
    template_name = "coaching/after.html"
    title = "What would you tell yourself next time?"
    related = ("look_back",)
    step = AFTER

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(opening=self.facts.opening(later.LOOK_BACK), **kwargs)

    def next_url(self, form: Page) -> str:
        """To the list that comes of it; who wishes it had gone the other way, by way of that."""
        wishes = form.cleaned_data.get("regret") == Answer.YES
        name = "other-way" if wishes else EDIT
        return reverse(f"coaching:{name}", args=[self.case.code])


class CheckInsView(ReadView):
    """The three check-ins, when each opens, and the picture over those that were made."""

    template_name = "coaching/check_ins.html"
    step = CHECK_INS
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made = list(self.case.check_ins.all())
        return super().get_context_data(
            openings=[self.facts.opening(days) for days in later.CHECK_INS],
            done=self.facts.looked_back,
            rows=rows(made),
            picture=picture(made),
            **kwargs,
        )


class CheckInView(AfterPage):
    form_class = CheckInForm
    template_name = "coaching/check_in.html"
    step = CHECK_INS
    guidance = "check-in"
    back_words = "to your check-ins"

    @property
    def slug(self) -> str:
        return f"check-in-{self.kwargs['days']}"

    @cached_property
    def about(self) -> CheckIn:
        days = self.kwargs["days"]
        if days not in later.CHECK_INS:
            raise Http404
        stored = self.case.check_ins.filter(days=days).first()
        return stored or CheckIn(case=self.case, days=days)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        days = self.about.days
        return super().get_context_data(
            title=f"{days} days later", opening=self.facts.opening(days), **kwargs
        )

    def back_url(self) -> str:
        return reverse("coaching:check-ins", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()


class NextOfferPage(AfterPage):
    """Both pages of the list: its lines, and its ticks."""

    step = NEXT_OFFER
    related = ("look_back",)

    @cached_property
    def about(self) -> NextOffer:
        lines = tuple(self.case.next_offer_lines.all())
        found = new_since(self.lessons(), [line.words for line in lines])
        is_new = EDIT not in self.facts.pages
        return NextOffer(lines=lines, suggested=tuple(found), is_new=is_new)

    def lessons(self) -> list[Lesson]:
        """What the answers suggest, where that is asked."""
        return []


class NextOfferView(NextOfferPage):
    """The list, to tick and to print."""

    form_class = TicksForm
    template_name = "coaching/next_offer.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.about.lines:
            return redirect("coaching:next-offer-lines", self.case.code)
        return super().get(request, *args, **kwargs)

    def next_url(self, form: Page) -> str:
        return self.request.path


class NextOfferLinesView(NextOfferPage):
    form_class = LinesForm
    template_name = "coaching/next_offer_lines.html"
    title = "Write your list for the next offer"
    guidance = EDIT
    back_words = "to looking back"

    @property
    def slug(self) -> str:
        return EDIT

    def lessons(self) -> list[Lesson]:
        """What the look back and the must-haves come to, as lines for the next offer."""
        back: LookBack = one_of(self.case, "look_back", LookBack)
        return lessons(
            back.led,
            LookBack.LED,
            missed_sign=back.missed_sign == Answer.YES,
            rushed=back.rushed == Answer.YES,
            needs=[row.words for row in self.case.must_haves.all()],
            most=MOST_LINES,
        )

    def back_url(self) -> str:
        return reverse("coaching:after", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        assert isinstance(form, LinesForm)
        name = "next-offer" if form.written else "hub"
        return reverse(f"coaching:{name}", args=[self.case.code])


class ReadAfter(ReadView):
    """A page to read, one step behind looking back."""

    step = AFTER
    guidance = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            guidance=guidance_for(self.guidance, self.case.stage),
            back_url=reverse("coaching:after", args=[self.case.code]),
            back_words="to looking back",
            **kwargs,
        )


class PreventView(ReadAfter):
    """How offers are kept from crossing (S4-19, S4-20); the public guide has the rest (S1-24)."""

    template_name = "coaching/prevent.html"
    title = "Before you say yes next time"
    guidance = "prevent"


class OtherWayView(ReadAfter):
    """Who wishes it had gone the other way: a short, humble note, and what to take along."""

    template_name = "coaching/other_way.html"
    title = "If you wish it had gone the other way"
    guidance = "other-way"
    privacy = "N"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decision = self.facts.decision
        went = decision is not None and decision.is_out
        has_a_job_behind = went and not self.case.is_not_accepted
        return super().get_context_data(
            may_write=went,
            gave_word=has_a_job_behind,
            has_started=self.case.stage == Stage.STARTED,
            **kwargs,
        )
