"""Your offers: the cards, and the pages about one of them."""

from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import TemplateView

from coaching.forms.base import Page
from coaching.forms.basics import BasicsForm
from coaching.forms.pay import MORE, PayForm
from coaching.forms.pay_more import PayMoreForm
from coaching.forms.people import PeopleForm
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.school import too_short
from coaching.journey.steps import OFFERS
from coaching.models import LetterVersion, SafeLetterVersion, SavedPage, Told
from offers.models import MOST_OFFERS, OF_AN_OFFER, Offer, OfferKind, Pay
from offers.regions import usual_currency

from .case import CaseView
from .page import PageView
from .school import with_letters


class OffersView(CaseView, TemplateView):
    """Summary cards, each with what can be changed."""

    template_name = "coaching/offers.html"
    step = OFFERS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        prefetch_related_objects(self.facts.offers, "contacts")
        return super().get_context_data(
            step=self.step,
            guidance=guidance_for("offers", self.case.stage),
            today=self.facts.local_now.date(),
            cards=[(offer, people_of(offer)) for offer in self.facts.offers],
            next_number=next_number(self.facts.offers),
            too_short=with_letters(too_short(self.facts)),
            **kwargs,
        )


def people_of(offer: Offer) -> str:
    return ", ".join(contact.name for contact in offer.contacts.all() if contact.name)


def next_number(offers: list[Offer]) -> int | None:
    """The first free place, or None when all are taken."""
    taken = {offer.number for offer in offers}
    return next((n for n in range(1, MOST_OFFERS + 1) if n not in taken), None)


class OfferPageView(PageView):
    """A page about the offer that the URL numbers."""

    template_name = "coaching/offer_page.html"
    back_words = "to your offers"
    step = OFFERS
    page: str

    @cached_property
    def about(self) -> Offer:
        number: int = self.kwargs["number"]
        stored = {offer.number: offer for offer in self.facts.offers}
        if number in stored:
            return stored[number]
        return self.new_offer(number)

    def new_offer(self, number: int) -> Offer:
        raise Http404

    @property
    def slug(self) -> str:
        return f"{self.page}-{self.kwargs['number']}"

    def back_url(self) -> str:
        return reverse("coaching:offers", args=[self.case.code])

    def to(self, name: str) -> str:
        return reverse(f"coaching:{name}", args=[self.case.code, self.kwargs["number"]])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.about, **kwargs)


class BasicsView(OfferPageView):
    form_class = BasicsForm
    page = guidance = "basics"
    title = "The job"
    privacy = "B"

    def new_offer(self, number: int) -> Offer:
        """A new offer takes the next free place; it is stored with the first answer only."""
        if number != next_number(self.facts.offers):
            raise Http404
        is_first = self.facts.accepted is None and not self.case.is_not_accepted
        kind = OfferKind.ACCEPTED if is_first else OfferKind.OTHER
        return Offer(case=self.case, number=number, kind=kind)

    def next_url(self, form: Page) -> str:
        return self.to("pay") if self.about.is_job else self.back_url()


class PayView(OfferPageView):
    form_class: type[Page] = PayForm
    page = guidance = "pay"
    title = "What it pays"

    def get_form_kwargs(self) -> dict[str, Any]:
        """New pay begins in the currency of the first offer, or in that of where the person is."""
        kwargs = super().get_form_kwargs()
        if not hasattr(self.about, "pay"):
            kwargs["instance"] = Pay(offer=self.about, currency=self.first_currency)
        return kwargs

    @property
    def first_currency(self) -> str:
        known = (offer.pay.currency for offer in self.facts.offers if hasattr(offer, "pay"))
        return next(known, usual_currency(self.case.time_zone))

    def next_url(self, form: Page) -> str:
        return self.to("pay-more" if MORE in self.request.POST else "people")


class PayMoreView(PayView):
    """What comes beside pay, such as shares and days off."""

    form_class = PayMoreForm
    page = guidance = "pay-more"
    title = "Shares, moving money and days off"
    back_words = "to what it pays"

    def back_url(self) -> str:
        return self.to("pay")

    def next_url(self, form: Page) -> str:
        """On to the people, unless those were written down before."""
        if f"people-{self.kwargs['number']}" in self.facts.pages:
            return reverse("coaching:offers", args=[self.case.code])
        return self.to("people")


class PeopleView(OfferPageView):
    form_class = PeopleForm
    page = guidance = "people"
    title = "The people"

    def next_url(self, form: Page) -> str:
        """Back to telling people, once that is open: there one came to add somebody."""
        told = [*self.facts.answered, *([self.facts.accepted] if self.facts.is_leaving else [])]
        if self.about in told:
            return reverse("coaching:tell", args=[self.case.code])
        return self.back_url()


def has_a_past(offer: Offer) -> bool:
    """True once somebody of it was told, or a letter was made: that stays as it was."""
    told = Told.objects.filter(contact__offer=offer)
    letters = LetterVersion.objects.filter(letter__contact__offer=offer)
    safe_letters = SafeLetterVersion.objects.filter(letter__offer=offer)
    return told.exists() or letters.exists() or safe_letters.exists()


def is_being_told(offer: Offer, facts: Facts) -> bool:
    """True once it is decided, and this offer’s people are those who hear of it."""
    first = [facts.accepted] if facts.is_leaving else []
    return offer in (*facts.answered, *first)


# The pages about one offer, each saved under its name and the number of the offer.
PAGES = (
    "basics",
    "pay",
    "pay-more",
    "people",
    "in-writing",
    "conditions",
    "flags-job",
    "flags-talks",
    "ask",
    "answer-time",
)


class RemoveOfferView(CaseView, TemplateView):
    """Asks once, then removes one offer with its pay and people."""

    template_name = "coaching/offer_remove.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        offer = get_object_or_404(self.case.offers, number=kwargs.pop("number"))
        return super().get_context_data(
            offer=offer,
            has_a_past=has_a_past(offer),
            is_being_told=is_being_told(offer, self.facts),
            **kwargs,
        )

    @transaction.atomic
    def post(self, request: HttpRequest, number: int, **kwargs: Any) -> HttpResponse:
        """A second click finds nothing to remove, and that is fine."""
        offer = self.case.offers.filter(number=number).first()
        if offer and (has_a_past(offer) or is_being_told(offer, self.facts)):
            return redirect(request.path)
        self.case.offers.filter(number=number).delete()
        pages = [f"{page}-{number}" for page in PAGES]
        pages += [f"{page}-{number}-{role}" for page in ("bridge", "loop") for role in OF_AN_OFFER]
        pages += [f"ask-{number}-{part}" for part in ("terms", "answer")]
        SavedPage.objects.filter(case=self.case, slug__in=pages).forget()
        return redirect("coaching:offers", self.case.code)
