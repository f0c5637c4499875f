"""Letters that may leave before a decision: the list, and one in the making."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from coaching.deciding import go_ahead
from coaching.forms.base import Page
from coaching.forms.letterhead import LetterheadForm
from coaching.forms.safe_letter import SafeLetterForm, SafeWordsForm, SecondYesForm
from coaching.guidance import guidance_for
from coaching.journey.safe_letters import (
    TELL_THEM,
    MayWrite,
    fits,
    may_write,
    nobody_named,
    recipient_of,
    why_shut,
    why_waits,
)
from coaching.journey.school import guideline
from coaching.journey.steps import LETTERS
from coaching.letters.check import check
from coaching.letters.facts import LetterFacts
from coaching.letters.kinds import ACCEPT, MORE_TIME, SAFE, SPEED_UP, LetterKind
from coaching.letters.letter import Letter as Sheet
from coaching.letters.paper import paragraphs
from coaching.letters.signs import sign_checks
from coaching.models import Gate, Letterhead, Paper, SafeLetter, SafeLetterVersion
from coaching.sharing.readings import desk_of
from coaching.telling.first_words import first_words
from coaching.telling.safe_letters import deadlines, kind_of, letter_facts, sheet_of
from coaching.telling.sent import Made, fits_a_page, last_sent, made_so_far
from look.dates import short_day
from offers.models import Contact, Offer
from offers.regions import uses_us_letter

from .case import CaseView
from .page import PageView
from .read import ReadView
from .telling import Action
from .you import NameAndAddress

FAMILY = "coaching:safe-letter"
AGAIN = "The letter follows your answers again."
OPEN = "You can write this letter now."


@dataclass(frozen=True, kw_only=True)
class Row:
    """One letter of the list: whether it may leave, what is begun of it, and to whom it goes."""

    may: MayWrite
    letter: SafeLetter | None
    to: str
    sent_on: str

    @property
    def opens(self) -> bool:
        """What was begun stays to be read, also once its job was given up."""
        return self.letter is not None and (not self.may.shut or self.may.is_over)


class LettersView(ReadView):
    """What may leave now, what each letter is for, and to whom."""

    template_name = "coaching/safe_letters.html"
    step = LETTERS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letters = self.case.safe_letters.annotate(sent_at=Max("versions__sent_at"))
        stored = {(one.kind, one.offer_id): one for one in letters}
        rows = [
            self.row(may, stored.get((may.kind.slug, may.offer.pk)))
            for may in may_write(self.facts)
        ]
        by_kind = groupby(rows, key=lambda row: row.may.kind)
        return super().get_context_data(
            groups=[(kind, list(found)) for kind, found in by_kind],
            guidance=self.advice_on("letters-decided" if self.facts.is_telling else "letters"),
            **kwargs,
        )

    def row(self, may: MayWrite, letter: Any) -> Row:
        """`letter` carries `sent_at`, when its latest sending was written down."""
        sent_at = letter.sent_at if letter else None
        return Row(
            may=may,
            letter=letter,
            to=str(recipient_of(may.kind, may.offer, self.facts) or nobody_named(may.kind)),
            sent_on=short_day(sent_at.astimezone(self.case.zone)) if sent_at else "",
        )


class AboutOneOffer(CaseView):
    """A page or action about one letter to the people of one offer, before it is begun."""

    @cached_property
    def offer(self) -> Offer:
        """The offer that the address numbers; else 404."""
        number = self.kwargs["number"]
        found = next((offer for offer in self.facts.offers if offer.number == number), None)
        if found is None:
            raise Http404
        return found

    def begin(self, kind: LetterKind) -> str:
        """Begin the one letter of this kind to them, or go on with it; return its address."""
        us = uses_us_letter(self.case.time_zone)
        first: dict[str, Any] = {"paper": Paper.LETTER if us else Paper.A4}
        if kind == SPEED_UP:
            today = self.facts.local_now.date()
            to_come = (day for day in deadlines(self.facts) if day >= today)
            first["by_day"] = next(to_come, None)
        letter, _ = SafeLetter.objects.get_or_create(
            offer=self.offer, kind=kind.slug, defaults={"case": self.case, **first}
        )
        return reverse(FAMILY, args=[self.case.code, letter.pk])


class NewSafeLetterView(Action, AboutOneOffer):
    """Begin a letter, where its door is open."""

    def post(self, request: HttpRequest, code: str, kind: str, number: int) -> HttpResponse:
        wanted = next((one for one in SAFE if one.slug == kind), None)
        if wanted is None:
            raise Http404
        reason = why_shut(wanted, self.offer, self.facts)
        if reason:
            messages.info(request, reason)
            return redirect("coaching:letters", code)
        return redirect(self.begin(wanted))


class SecondYesView(AboutOneOffer, PageView):
    """Saying yes to a second job while the first yes stands. It can be passed, knowingly."""

    form_class = SecondYesForm
    template_name = "coaching/second_yes.html"
    step = LETTERS
    title = "This is a second yes"
    guidance = "second-yes"
    back_words = "to your letters"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not fits(ACCEPT, self.offer):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:letters", args=[self.case.code])

    def why_shut(self) -> str:
        """Who has not said yes to anybody says a first yes, and decides it first."""
        waits = why_waits(ACCEPT, self.offer, self.facts)
        return super().why_shut() or (waits if self.case.is_not_accepted else "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.offer, **kwargs)

    def keep(self, form: Page) -> bool:
        go_ahead(self.case, Gate.SECOND_YES, about=self.offer.pk, why=form.cleaned_data["why"])
        return True

    def next_url(self, form: Page) -> str:
        messages.success(self.request, OPEN)
        return self.begin(ACCEPT)


class OneSafeLetter(CaseView):
    """A page or action about one such letter. It needs a letterhead, and asks for it first."""

    step = LETTERS
    related: ClassVar[tuple[str, ...]] = ("letterhead",)
    needs_letterhead: ClassVar[bool] = True
    name: ClassVar[str] = "safe-letter"
    listed_at: ClassVar[str] = "letters"
    listed_as: ClassVar[str] = "to your letters"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Also called to read everything again, once another tab has saved first."""
        for name in ("letter", "sheet", "made"):
            self.__dict__.pop(name, None)
        super().setup(request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason = self.why_not_now()
        if reason:
            messages.info(request, reason)
            return self.to(self.where_to_wait)
        if self.needs_letterhead and self.letterhead is None:
            return self.to(f"{self.name}-you", self.letter.pk)
        return super().dispatch(request, *args, **kwargs)

    @property
    def where_to_wait(self) -> str:
        """The page that says when this letter opens."""
        return self.listed_at

    def why_not_now(self) -> str:
        """The gate of this kind of letter; empty when it may leave. What was begun before its job
        was given up stays open: it is theirs to read."""
        reason = why_shut(self.kind, self.letter.offer, self.facts)
        return "" if reason == TELL_THEM else reason

    @cached_property
    def letter(self) -> Any:
        """The letter named in the address; else 404."""
        letters = self.case.safe_letters.all()
        found = next((one for one in letters if one.pk == self.kwargs["which"]), None)
        if found is None:
            raise Http404
        found.offer = next(one for one in self.facts.offers if one.pk == found.offer_id)
        return found

    @property
    def kind(self) -> LetterKind:
        return kind_of(self.letter)

    @property
    def letterhead(self) -> Letterhead | None:
        return getattr(self.case, "letterhead", None)

    @property
    def person(self) -> Contact | None:
        return recipient_of(self.kind, self.letter.offer, self.facts)

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.letter, self.facts)

    @cached_property
    def made(self) -> list[Made]:
        """The versions there are, the newest first."""
        versions = self.letter.versions.defer(*SafeLetterVersion.FILES)
        return [Made(version=one, sent_at=one.sent_at) for one in versions]

    @property
    def known(self) -> LetterFacts:
        """Everything that this letter may draw on."""
        return letter_facts(self.letter, self.facts)

    @property
    def offer(self) -> Offer | None:
        """The job that it is about."""
        found: Offer = self.letter.offer
        return found

    @property
    def has_nobody(self) -> bool:
        """Nothing says whom it goes to: no name and no employer to head it with."""
        return not self.sheet.addressee

    def to(self, name: str, *args: Any) -> HttpResponse:
        return redirect(f"coaching:{name}", self.case.code, *args)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "family": f"coaching:{self.name}",
            "letter": self.letter,
            "person": self.person,
            "offer": self.offer,
            "back_url": reverse(f"coaching:{self.listed_at}", args=[self.case.code]),
            "back_words": self.listed_as,
        }
        return super().get_context_data(**context | kwargs)


class SafeLetterPage(OneSafeLetter, PageView):
    """A page with questions about one such letter."""

    @property
    def about(self) -> Any:
        return self.letter

    def to_letter(self) -> str:
        return reverse(f"coaching:{self.name}", args=[self.case.code, self.letter.pk])

    def next_url(self, form: Page) -> str:
        return self.to_letter()


class SafeLetterView(SafeLetterPage):
    """The answers on the left, the paper on the right."""

    form_class: type[Page] = SafeLetterForm
    template_name = "coaching/safe_letter.html"
    advice: ClassVar[str] = "safe-letter"
    answers: ClassVar[tuple[str, ...]] = ("by_at", *SafeLetterForm.Meta.fields)

    @property
    def slug(self) -> str:
        return f"{self.name}-{self.letter.pk}"

    def get_form_kwargs(self) -> dict[str, Any]:
        cites = {"may_cite": True} if self.may_cite else {}
        return super().get_form_kwargs() | {"kind": self.kind} | cites

    @property
    def may_cite(self) -> bool:
        """More time may be asked for with the guideline of the school, where there is one."""
        return self.kind == MORE_TIME and bool(guideline(self.letter.offer, self.facts))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.letter
        if self.request.method == "POST":
            # The form holds answers that were refused: the paper shows what is saved.
            letter.refresh_from_db(fields=self.answers)
        return super().get_context_data(
            title=f"Your letter: {self.kind.title[0].lower()}{self.kind.title[1:]}",
            has_nobody=self.has_nobody,
            sheet=self.sheet,
            paragraphs=paragraphs(self.sheet.body),
            word_count=len(self.sheet.body.split()),
            checks=(
                *sign_checks(self.sheet),
                *check(self.kind, self.sheet.body, self.known),
                fits_a_page(self.made, self.sheet),
            ),
            sent=last_sent(self.made),
            **made_so_far(self.made, self.sheet),
            guidance=guidance_for(self.advice),
            is_second_yes=self.kind == ACCEPT and self.facts.decision is None,
            asks_terms=self.kind.slug == "ask-terms",
            **desk_of(self.sharing, letter),
            **kwargs,
        )


class SafeYouView(NameAndAddress, SafeLetterPage):
    """The name and address, asked where they are first needed."""

    form_class = LetterheadForm
    template_name = "coaching/ask_page.html"
    related = (*OneSafeLetter.related, "owner")
    needs_letterhead = False
    title = "Your name and address"
    slug = "you"
    guidance = "you"


class SafeWordsView(SafeLetterPage):
    """Every word of it, in one box."""

    form_class: type[Page] = SafeWordsForm
    template_name = "coaching/words.html"
    advice: ClassVar[str] = "safe-letter"

    @property
    def slug(self) -> str:
        return f"{self.name}-{self.letter.pk}-words"

    def get_form_kwargs(self) -> dict[str, Any]:
        first = first_words(self.kind, self.known, self.facts)
        return super().get_form_kwargs() | {"draft": first, **self.checked_by}

    @property
    def checked_by(self) -> dict[str, Any]:
        """What the form needs to refuse words of leaving that may not be written yet."""
        return {"names": self.known.own_names}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            title=f"Every word: {self.kind.title[0].lower()}{self.kind.title[1:]}",
            guidance=guidance_for(self.advice),
            back_url=self.to_letter(),
            back_words="to your letter",
            sent=last_sent(self.made),
            **kwargs,
        )


class SafeAgainView(Action, OneSafeLetter):
    """Drop the person's own words; the answers are left as they are."""

    def post(self, request: HttpRequest, code: str, which: int) -> HttpResponse:
        type(self.letter).objects.filter(pk=self.letter.pk).update(words="")
        messages.success(request, AGAIN)
        return self.to(self.name, self.letter.pk)
