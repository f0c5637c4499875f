"""Give an employer the chance to change the offer: ask, hear, and take it back into weighing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from coaching.forms.ask import AnswerForm, OneAsk, StillForm, TermsForm
from coaching.forms.base import Page
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.safe_letters import ASK_FIRST, askable
from coaching.journey.steps import ASK, DATE, DECIDE, MUST_HAVES, OPTIONS, QUESTIONS
from coaching.models import Ask
from coaching.telling.asking import REPLIES, call_facts, lines
from coaching.weigh.asking import MEANS, promises, result
from coaching.weigh.needs import open_at
from offers.models import Answer, Offer

from .page import PageView
from .read import ReadView

ASK_ONE = "Name what you would ask them for first."


class AskListView(ReadView):
    """Whom to ask; with one job only, that one at once."""

    template_name = "coaching/ask_list.html"
    step = ASK

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        offers = askable(self.facts)
        if len(offers) == 1:
            return redirect("coaching:ask-first", self.case.code, offers[0].number)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asks = self.facts.asks
        rows = [(offer, asks.get(offer.number)) for offer in askable(self.facts)]
        return super().get_context_data(
            rows=[(offer, ask, result(ask) if ask else "") for offer, ask in rows], **kwargs
        )


def ask_of(facts: Facts, number: int) -> Ask:
    """What the employer of this offer is asked for, stored or new; 404 for anybody else."""
    offer = next((one for one in askable(facts) if one.number == number), None)
    if offer is None:
        raise Http404
    ask = facts.asks.get(number) or Ask(case=facts.case)
    ask.offer = offer
    return ask


class AskPage(PageView):
    """A page with questions about one ask."""

    step = ASK
    part = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.about  # noqa: B018 – 404 before anything else
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def about(self) -> OneAsk:
        return OneAsk(row=ask_of(self.facts, self.kwargs["number"]), facts=self.facts)

    @property
    def slug(self) -> str:
        return f"ask-{self.about.offer.number}{self.part}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.about.offer, ask=self.about.row, **kwargs)

    def to(self, name: str) -> str:
        return reverse(f"coaching:{name}", args=[self.case.code, self.about.offer.number])


class StillView(AskPage):
    """Would a yes settle it? Only a yes opens the rest."""

    form_class = StillForm
    template_name = "coaching/ask_first.html"
    title = "If they said yes to all of it, would you still want this job?"

    def next_url(self, form: Page) -> str:
        return self.to("ask-terms" if self.about.row.may_ask else "ask-not-now")


class TermsView(AskPage):
    """What to ask for, why, and by when they answer."""

    form_class = TermsForm
    title = "What would you ask them for?"
    template_name = "coaching/ask_page.html"
    guidance = "ask-terms"
    part = "-terms"
    back_words = "to the first question"

    def why_shut(self) -> str:
        return super().why_shut() or ("" if self.about.row.may_ask else ASK_FIRST)

    def back_url(self) -> str:
        return self.to("ask-first")

    def next_url(self, form: Page) -> str:
        return self.to("ask-words")


class AnswerView(AskPage):
    """What they said, to each thing."""

    form_class = AnswerForm
    title = "What did they say?"
    template_name = "coaching/ask_page.html"
    guidance = "ask-answer"
    part = "-answer"
    back_words = "to your words"

    def why_shut(self) -> str:
        return super().why_shut() or ("" if self.about.terms else ASK_ONE)

    def back_url(self) -> str:
        return self.to("ask-words")

    def next_url(self, form: Page) -> str:
        return self.to("ask-result")


class AskReadView(ReadView):
    """A page about one ask with nothing to answer on it."""

    step = ASK

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.ask  # noqa: B018 – 404 before anything else
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def ask(self) -> Ask:
        return ask_of(self.facts, self.kwargs["number"])

    @property
    def offer(self) -> Offer:
        return self.ask.offer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(ask=self.ask, offer=self.offer, **kwargs)

    def to(self, name: str) -> HttpResponse:
        return redirect(f"coaching:{name}", self.case.code, self.offer.number)


class NotNowView(AskReadView):
    """Why the rest stays shut, and where to go instead."""

    template_name = "coaching/ask_not_now.html"
    title = "Then asking can wait"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.ask.still not in (Answer.NO, Answer.UNKNOWN):
            return self.to("ask-first")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_no = self.ask.still == Answer.NO
        return super().get_context_data(
            is_no=is_no, steps=(OPTIONS,) if is_no else (MUST_HAVES, QUESTIONS), **kwargs
        )


class WordsToAskView(AskReadView):
    """The call, line by line; the letter says the same."""

    template_name = "coaching/ask_words.html"
    title = "What to say when you ask"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (self.ask.may_ask and self.ask.terms.all()):
            return self.to("ask-first")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            guidance=guidance_for("ask-words"),
            lines=lines(call_facts(self.ask, self.facts)),
            replies=REPLIES,
            **kwargs,
        )


class AskResultView(AskReadView):
    """What their answer comes to: back to the comparing, or back to the decision (S0-23)."""

    template_name = "coaching/ask_result.html"
    title = "What their answer means"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.ask.heard:
            return self.to("ask-first")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = result(self.ask)
        heading, words = MEANS[found]
        table = self.facts.needs if found.gives_something else ()
        return super().get_context_data(
            guidance=guidance_for("ask-result"),
            result=found,
            heading=heading,
            words=words,
            promises=promises([self.ask]),
            needs=open_at(table, self.offer),
            decide=DECIDE if self.facts.date else DATE,
            **kwargs,
        )
