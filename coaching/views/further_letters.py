"""Letters beside the one about the decision, and after it; and somebody else for the job."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic.base import TemplateView

from coaching.forms.base import Page
from coaching.forms.further_letter import FurtherLetterForm
from coaching.forms.suggestion import SuggestionForm
from coaching.forms.words import WordsForm
from coaching.guidance import guidance_for
from coaching.journey import gates
from coaching.journey.facts import Facts
from coaching.journey.further_letters import (
    MayWriteFurther,
    further,
    job_of,
    must_hear_first,
    recipient_of,
    why_shut,
)
from coaching.journey.steps import TELL
from coaching.letters.facts import LetterFacts
from coaching.letters.kinds import FURTHER, KEEP_IN_TOUCH, REPAY, REPLACEMENT, LetterKind
from coaching.letters.letter import Letter as Sheet
from coaching.models import FurtherLetter, Paper
from coaching.telling.further_letters import kind_of, letter_facts, paid_so_far, sheet_of
from offers.models import Contact, Offer
from offers.regions import uses_us_letter

from . import safe_letter_files, safe_letters
from .case import CaseView
from .telling import BACK, Action, TellingPage, TellingView

RELATED = ("letterhead", "situation", "suggestion", "signed_terms", "leaving_cost", "notice")
NONE_FITS = "There is no letter here for your case."


@dataclass(frozen=True, kw_only=True)
class Row:
    """One letter of the list, what is begun of it, and to whom it goes."""

    may: MayWriteFurther
    letter: FurtherLetter | None
    to: str


def list_or_hub(facts: Facts) -> str:
    """The list says when each opens; without any, the hub says why."""
    return "more-letters" if any(further(facts)) else "hub"


class MoreLettersView(CaseView, TemplateView):
    """What else there is to write, and when each opens."""

    http_method_names = ["get", "head", "options"]
    template_name = "coaching/more_letters.html"
    step = TELL
    related = RELATED

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.letters:
            is_shut = self.facts.decision is None
            messages.info(request, gates.NO_DECISION if is_shut else NONE_FITS)
            return redirect("coaching:hub", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def letters(self) -> list[MayWriteFurther]:
        return list(further(self.facts))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stored = {one.kind: one for one in self.case.further_letters.all()}
        is_telling = self.facts.is_telling
        return super().get_context_data(
            rows=[
                Row(
                    may=may,
                    letter=stored.get(may.kind.slug),
                    to=str(recipient_of(may.kind, self.facts) or "the team"),
                )
                for may in self.letters
            ],
            title="More letters",
            guidance=guidance_for("more-letters"),
            may_suggest=self.facts.is_leaving,
            suggestion=getattr(self.case, "suggestion", None),
            back_url=reverse(f"coaching:{'tell' if is_telling else 'hub'}", args=[self.case.code]),
            back_words=BACK if is_telling else "to your steps",
            **kwargs,
        )


class NewFurtherLetterView(Action, CaseView):
    """Begin the one letter of this kind, or go on with it, where its door is open."""

    related = RELATED

    def may_change_closed(self) -> bool:
        return self.kwargs["more"] == KEEP_IN_TOUCH.slug and not why_shut(KEEP_IN_TOUCH, self.facts)

    def post(self, request: HttpRequest, code: str, more: str) -> HttpResponse:
        kind = next((one for one in FURTHER if one.slug == more), None)
        if kind is None:
            raise Http404
        reason = why_shut(kind, self.facts)
        if reason:
            messages.info(request, reason)
            return redirect(f"coaching:{list_or_hub(self.facts)}", code)
        letter, _ = FurtherLetter.objects.get_or_create(
            case=self.case, kind=kind.slug, defaults=self._first_answers(kind)
        )
        return redirect("coaching:further-letter", code, letter.pk)

    def _first_answers(self, kind: LetterKind) -> dict[str, Any]:
        us = uses_us_letter(self.case.time_zone)
        first: dict[str, Any] = {"paper": Paper.LETTER if us else Paper.A4}
        if kind == REPAY:
            first["amount"] = paid_so_far(self.facts)[:120]
        return first


class OneFurtherLetter(safe_letters.OneSafeLetter):
    """A page or action about one such letter. Each kind has its own gate, asked on every method."""

    step = TELL
    related: ClassVar[tuple[str, ...]] = RELATED
    name: ClassVar[str] = "further-letter"
    listed_at: ClassVar[str] = "more-letters"
    listed_as: ClassVar[str] = "to more letters"

    def may_change_closed(self) -> bool:
        """Keeping in touch begins when all the rest has ended."""
        return self.kind == KEEP_IN_TOUCH

    def why_not_now(self) -> str:
        return why_shut(self.kind, self.facts)

    @property
    def where_to_wait(self) -> str:
        return list_or_hub(self.facts)

    def why_shut(self) -> str:
        """The gate above has spoken; the step has none of its own here."""
        return ""

    @cached_property
    def letter(self) -> FurtherLetter:
        """The letter named in the address; else 404."""
        letters = self.case.further_letters.all()
        found = next((one for one in letters if one.pk == self.kwargs["which"]), None)
        if found is None:
            raise Http404
        return found

    @property
    def kind(self) -> LetterKind:
        return kind_of(self.letter)

    @property
    def person(self) -> Contact | None:
        return recipient_of(self.kind, self.facts)

    @property
    def offer(self) -> Offer | None:
        return job_of(self.kind, self.facts)

    @property
    def known(self) -> LetterFacts:
        return letter_facts(self.letter, self.facts)

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.letter, self.facts)


class FurtherLetterView(OneFurtherLetter, safe_letters.SafeLetterView):
    form_class = FurtherLetterForm
    advice = "further-letter"
    answers = FurtherLetterForm.Meta.fields

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            suggests=self.kind == REPLACEMENT,
            pays_back=self.kind == REPAY,
            tell_first=self.person if must_hear_first(self.kind, self.facts) else None,
            **kwargs,
        )


class FurtherYouView(OneFurtherLetter, safe_letters.SafeYouView):
    related = (*RELATED, "owner")


class FurtherWordsView(OneFurtherLetter, safe_letters.SafeWordsView):
    form_class = WordsForm
    advice = "further-letter"
    checked_by: ClassVar[dict[str, Any]] = {}  # it is decided: these may say so


class FurtherAgainView(OneFurtherLetter, safe_letters.SafeAgainView):
    pass


class FurtherIssueView(OneFurtherLetter, safe_letter_files.SafeIssueView):
    def is_too_much(self) -> bool:
        """It is decided: these may say so."""
        return False


class FurtherFileView(OneFurtherLetter, safe_letter_files.SafeFileView):
    pass


class FurtherVersionView(OneFurtherLetter, safe_letter_files.SafeVersionView):
    pass


class FurtherSentView(OneFurtherLetter, safe_letter_files.SafeSentView):
    pass


# Somebody else for the job


class ForWhoLeaves(TellingView):
    """Only who takes a yes back, or leaves, leaves a gap."""

    def why_nobody_is_told(self) -> str:
        return super().why_nobody_is_told() or ("" if self.facts.is_leaving else NONE_FITS)


class SuggestionView(ForWhoLeaves, TellingPage):
    """Who, how to reach them, and why; kept only with their yes."""

    form_class = SuggestionForm
    template_name = "coaching/replacement.html"
    title = "Suggest somebody for the job"
    slug = "replacement"
    guidance = "replacement"
    related = (*TellingPage.related, "suggestion")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # While nobody has been named, the form has put a row there that is not stored.
        suggestion = getattr(self.case, "suggestion", None)
        is_named = suggestion is not None and suggestion.pk is not None
        return super().get_context_data(is_named=is_named, **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse("coaching:more-letters", args=[self.case.code])


class SuggestionRemoveView(Action, ForWhoLeaves):
    """They changed their mind: nothing of them is left but what has been sent."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        suggestion = getattr(self.case, "suggestion", None)
        if suggestion:
            suggestion.delete()
            self.case.saved_pages.filter(slug="replacement").forget()
            messages.success(request, "We took their name out.")
        return self.to("replacement")
