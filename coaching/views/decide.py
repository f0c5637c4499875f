"""Deciding: the interruption, the choice, a last look, and what comes next."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import get_text_list
from django.views.generic.base import TemplateView

from coaching.deciding import go_ahead, save_decision
from coaching.forms.base import Page
from coaching.forms.decide import ASK, GO_ON, DecideForm, NotInWritingForm, WhyNowForm
from coaching.guidance import guidance_for
from coaching.journey import gates
from coaching.journey.facts import Facts
from coaching.journey.outcomes import once_decided, outcome_words
from coaching.journey.progress import has_told_all
from coaching.journey.school import asks
from coaching.journey.steps import DECIDE
from coaching.models import DecisionNote, Gate, Outcome
from coaching.telling.yes_words import yes_words
from coaching.weigh.needs import Need, needs
from look.templatetags.look import ALWAYS
from offers.models import Offer

from .case import CaseView
from .date import has_moved_often
from .date_card import date_card
from .diary import diary_strip
from .page import PageView
from .read import ReadView
from .then_and_now import then_and_now

WILL_SEE = "{} will see what you choose"
CAN_SEE = "{} can see what you decided"
STANDS = "You have told someone, so your decision stands."


class DecidingGate(CaseView):
    """The doors before deciding, for every page of it and every method."""

    asks_first = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason = gates.why_deciding_is_shut(self.facts)
        if reason:
            messages.info(request, reason)
            return redirect("coaching:date", self.case.code)
        if self.facts.decision and gates.anyone_told(self.facts):
            messages.info(request, STANDS)
            return redirect("coaching:decide-done", self.case.code)
        if self.asks_first and gates.before_deciding(self.facts):
            return redirect("coaching:decide-early", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    def to(self, name: str) -> str:
        return reverse(f"coaching:{name}", args=[self.case.code])


class EarlyView(DecidingGate, TemplateView):
    """The one interruption: early, or with gaps. Waiting is the default."""

    template_name = "coaching/decide_early.html"
    asks_first = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if gates.before_deciding(self.facts) is None:
            return redirect(self.to("decide"))
        return self.show(WhyNowForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = WhyNowForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        about = gates.date_gone_past(self.facts)
        go_ahead(self.case, Gate.DECIDE, about=about, why=form.cleaned_data["why"])
        return redirect(self.to("decide"))

    def show(self, form: WhyNowForm) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            interruption=gates.before_deciding(self.facts),
            asks=asks(self.facts),
            date_card=date_card(self.facts),
            guidance=guidance_for("decide-early", self.case.stage),
        )
        return self.render_to_response(context)


class SaysWhoSees(CaseView):
    """Of all that is asked here, what was decided is the one fact that others read (B)."""

    step = DECIDE
    who_sees = WILL_SEE

    @property
    def sees_choice(self) -> str:
        names = self.who_reads.who(DECIDE, "B")
        return self.who_sees.format(names) if names else ""

    @property
    def readers(self) -> Mapping[str, str]:
        return {**super().readers, **({"B": self.sees_choice} if self.sees_choice else {})}


class DecideView(SaysWhoSees, DecidingGate, PageView):
    form_class = DecideForm
    template_name = "coaching/decide.html"
    related = ("decision_note", "reflection", "situation", "signed_terms", "at_school")
    step = DECIDE
    title = "What have you decided?"
    privacy = "N"

    def get_form_kwargs(self) -> dict[str, Any]:
        sees_words = self.readers.get("N", ALWAYS)
        return {
            **super().get_form_kwargs(),
            "sees_choice": self.sees_choice,
            "sees_words": sees_words,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reflection = getattr(self.case, "reflection", None)
        return super().get_context_data(
            privacy_mark="B" if self.sees_choice else self.privacy,
            friend=reflection.friend if reflection else "",
            asks=asks(self.facts),
            **diary_strip(tuple(self.case.diary.all()), self.case.stage),
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        return self.to("decide-check")


class UnsureView(DecidingGate, ReadView):
    """Not knowing is an answer too: where to find what is missing (S3-25)."""

    template_name = "coaching/decide_unsure.html"
    step = DECIDE
    title = "You still don’t know"
    privacy = "N"
    related = ("situation", "signed_terms")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            guidance=guidance_for("decide-unsure", self.case.stage),
            back_url=self.to("decide"),
            back_words="to your decision",
            has_moved_often=has_moved_often(self.facts),
            **kwargs,
        )


def offer_chosen(facts: Facts, note: DecisionNote) -> Offer | None:
    """The offer on the table that is said yes to: the one picked, or the only one there is."""
    if not facts.case.is_not_accepted or note.choice != Outcome.KEEP:
        return None
    if len(facts.others) == 1:
        return facts.others[0]
    return next((offer for offer in facts.others if offer.pk == note.offer_id), None)


def missed_by(facts: Facts, offer: Offer | None) -> list[Need]:
    """The must-haves that the job about to be taken does not meet."""
    if offer is None:
        return []
    return [need for need in needs(facts.case, [offer]) if need.is_missed]


class ChosenView(SaysWhoSees, DecidingGate, TemplateView):
    """The pages after the choice, which need one; a yes to one of several says to which."""

    related = ("decision_note", "situation", "signed_terms", "leaning", "real_reason")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        is_open = self.note.choice == Outcome.KEEP and self.facts.others and not self.offer
        if not self.note.choice or (is_open and self.case.is_not_accepted):
            return redirect(self.to("decide"))
        return super().dispatch(request, *args, **kwargs)

    @property
    def note(self) -> DecisionNote:
        return getattr(self.case, "decision_note", None) or DecisionNote(case=self.case)

    @property
    def offer(self) -> Offer | None:
        return offer_chosen(self.facts, self.note)


class CheckView(ChosenView):
    """Check before you save: what it means, and who will be told."""

    template_name = "coaching/decide_check.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            outcome=self.note.choice,
            outcome_words=outcome_words(self.case.stage, self.note.choice),
            taken=self.offer,
            said_no_to=self.said_no_to,
            missed=missed_by(self.facts, self.offer),
            gaps=gates.gaps_in(self.facts),
            guidance=guidance_for("decide-check", self.case.stage),
            **then_and_now(self.facts),
            **kwargs,
        )

    @property
    def said_no_to(self) -> str:
        """A no is a no to every offer on the table, so all of them are named."""
        if not self.case.is_not_accepted or self.note.choice != Outcome.OUT:
            return ""
        return get_text_list([str(offer) for offer in self.facts.others], "and")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if gates.unwritten_when_leaving(self.facts, self.note.choice):
            return redirect(self.to("decide-writing"))
        save_decision(self.facts, self.note.choice, self.offer)
        return redirect(self.to("decide-done"))


class NotInWritingView(ChosenView):
    """Backing out for a job that is only spoken (S1-16): ask, wait, or go on knowingly."""

    template_name = "coaching/decide_writing.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(NotInWritingForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NotInWritingForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        if form.cleaned_data["what"] != GO_ON:
            is_asking = form.cleaned_data["what"] == ASK
            return redirect(self.to("in-writing" if is_asking else "date"))
        go_ahead(self.case, Gate.NOT_IN_WRITING, why=form.cleaned_data["why"])
        save_decision(self.facts, self.note.choice, self.offer)
        return redirect(self.to("decide-done"))

    def show(self, form: NotInWritingForm) -> HttpResponse:
        offer = gates.unwritten_when_leaving(self.facts, self.note.choice)
        if offer is None:
            return redirect(self.to("decide-check"))
        return self.render_to_response(self.get_context_data(form=form, offer=offer))


class DoneView(SaysWhoSees, TemplateView):
    """What comes next, by what was decided."""

    template_name = "coaching/decide_done.html"
    who_sees = CAN_SEE
    related = ("decision_note", "leaning", "real_reason")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.facts.decision is None:
            messages.info(request, gates.NO_DECISION)
            return redirect("coaching:hub", self.case.code)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        decision = self.facts.decision
        assert decision  # `get` has seen it
        return super().get_context_data(
            title=once_decided(self.case.stage, decision.outcome),
            decision=decision,
            outcome_words=outcome_words(self.case.stage, decision.outcome),
            note=getattr(self.case, "decision_note", None),
            guidance=guidance_for(f"decide-done-{decision.outcome}", self.case.stage),
            can_change=not gates.anyone_told(self.facts),
            all_know=self.facts.is_leaving and has_told_all(self.facts),
            yes=yes_words(self.facts, self.facts.taken) if self.facts.taken else {},
            **then_and_now(self.facts),
            **kwargs,
        )
