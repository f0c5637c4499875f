"""The person's name and address, asked where it is first needed. From there they go on."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.letterhead import LetterheadForm

from .one_letter import OneLetter
from .page import PageView
from .telling import TellingPage


class NameAndAddress(PageView):
    """Of this page others see less than of the step that it belongs to."""

    @property
    def readers(self) -> Mapping[str, str]:
        return self.who_reads.of_name_and_address(self.step)


class YouView(NameAndAddress, TellingPage):
    """Your name and address, opened from the list of people; and back to it."""

    form_class = LetterheadForm
    related = (*TellingPage.related, "owner")
    title = "Your name and address"
    slug = "you"
    guidance = "you"

    def next_url(self, form: Page) -> str:
        return reverse("coaching:tell", args=[self.case.code])


class CallYouView(YouView):
    """Asked before a call; then that call."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not self.why_nobody_is_told():
            self.contact  # noqa: B018 – 404 before anything else
        return super().dispatch(request, *args, **kwargs)

    def next_url(self, form: Page) -> str:
        return reverse("coaching:tell-call", args=[self.case.code, self.contact.pk])


class LetterYouView(OneLetter, YouView):
    """Asked before a letter; then that letter."""

    needs_letterhead = False

    def next_url(self, form: Page) -> str:
        return reverse("coaching:letter", args=[self.case.code, self.letter.pk])
