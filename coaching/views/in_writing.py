from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.in_writing import ConditionsForm, WritingForm
from coaching.journey.steps import IN_WRITING
from coaching.weigh.ladder import ladder, still_missing
from offers.models import Offer, OfferKind

from .page import PageView
from .read import ReadView

PROMISE = "Get what they promise in writing"


class InWritingView(ReadView):
    """The other offers and how firm each is; with one of them, that one at once."""

    template_name = "coaching/in_writing_list.html"
    step = IN_WRITING
    title = "Get each new offer in writing"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if len(self.facts.on_ladder) == 1:
            return redirect("coaching:writing", self.case.code, self.facts.on_ladder[0].number)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(ladder=ladder(self.facts.jobs), **kwargs)


class OfferOnLadderView(PageView):
    """A page about how firm the offer is that the URL numbers."""

    step = IN_WRITING
    page: str

    @cached_property
    def about(self) -> Offer:
        number = self.kwargs["number"]
        try:
            return next(offer for offer in self.facts.on_ladder if offer.number == number)
        except StopIteration:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return f"{self.page}-{self.about.number}"

    @property
    def is_one_of_several(self) -> bool:
        return len(self.facts.on_ladder) > 1

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.about, **kwargs)

    def to_the_list(self) -> str:
        """Back to telling people, once that is open: there one is asked to get it signed."""
        if self.facts.is_leaving:
            return reverse("coaching:tell", args=[self.case.code])
        name = "in-writing" if self.is_one_of_several else "hub"
        return reverse(f"coaching:{name}", args=[self.case.code])


class WritingView(OfferOnLadderView):
    """How firm one offer is, the ladder, and the words to ask for it in writing."""

    form_class = WritingForm
    template_name = "coaching/in_writing.html"
    page = "in-writing"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        writing = getattr(self.about, "writing", None)
        return super().get_context_data(
            ladder=ladder(self.beside_each_other),
            writing=writing,
            missing=list(still_missing(writing)) if writing and writing.rung else [],
            asks=self.is_to_ask_for,
            **({"title": PROMISE} if self.about.kind == OfferKind.CURRENT else {}),
            **kwargs,
        )

    @property
    def is_to_ask_for(self) -> bool:
        """An offer that is not written yet. Words for an offer do not fit the job one has."""
        writing = getattr(self.about, "writing", None)
        is_written = writing is not None and writing.is_in_writing
        return not is_written and self.about.kind != OfferKind.CURRENT

    @property
    def beside_each_other(self) -> list[Offer]:
        """This offer, and the job said yes to by how it was said."""
        return [offer for offer in (self.facts.accepted, self.about) if offer]

    @property
    def back_words(self) -> str:
        return "to your new offers" if self.is_one_of_several else "to your steps"

    def back_url(self) -> str:
        name = "in-writing" if self.is_one_of_several else "hub"
        return reverse(f"coaching:{name}", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        """What is in writing leads on to its conditions, until those were asked once.

        Back to telling people, once that is open: there one is asked to get it signed.
        """
        if self.facts.is_telling:
            return reverse("coaching:tell", args=[self.case.code])
        asked = f"{ConditionsView.page}-{self.about.number}" in self.facts.pages
        if self.about.writing.is_in_writing and not asked:
            return reverse("coaching:conditions", args=[self.case.code, self.about.number])
        return self.to_the_list()


class ConditionsView(OfferOnLadderView):
    """What has to happen before the job is really theirs."""

    form_class = ConditionsForm
    template_name = "coaching/offer_page.html"
    guidance = page = "conditions"
    title = "What has to happen first"
    back_words = "to how firm it is"

    def back_url(self) -> str:
        return reverse("coaching:writing", args=[self.case.code, self.about.number])

    def next_url(self, form: Page) -> str:
        return self.back_url()
