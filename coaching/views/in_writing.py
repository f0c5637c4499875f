from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.in_writing import WritingForm
from coaching.journey.steps import IN_WRITING
from offers.models import Offer

from .page import PageView
from .read import ReadView


class InWritingView(ReadView):
    """The other offers and how firm each is; with one of them, that one at once."""

    template_name = "coaching/in_writing_list.html"
    step = IN_WRITING
    title = "Get each new offer in writing"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if len(self.facts.others) == 1:
            return redirect("coaching:writing", self.case.code, self.facts.others[0].number)
        return super().get(request, *args, **kwargs)


class WritingView(PageView):
    """How firm one offer is, and the words to ask for it in writing."""

    form_class = WritingForm
    template_name = "coaching/in_writing.html"
    step = IN_WRITING

    @cached_property
    def about(self) -> Offer:
        number = self.kwargs["number"]
        try:
            return next(offer for offer in self.facts.others if offer.number == number)
        except StopIteration:
            raise Http404 from None

    @property
    def slug(self) -> str:
        return f"in-writing-{self.about.number}"

    @property
    def is_one_of_several(self) -> bool:
        return len(self.facts.others) > 1

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(offer=self.about, **kwargs)

    @property
    def back_words(self) -> str:
        return "to your new offers" if self.is_one_of_several else "to your steps"

    def back_url(self) -> str:
        name = "in-writing" if self.is_one_of_several else "hub"
        return reverse(f"coaching:{name}", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        """Back to telling people, once that is open: there one is asked to get it signed."""
        if self.facts.is_telling:
            return reverse("coaching:tell", args=[self.case.code])
        return self.back_url()
