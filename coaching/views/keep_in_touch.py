from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.guests import signed_in
from coaching.forms.base import Page
from coaching.forms.keep_in_touch import KeepInTouchForm
from coaching.journey.steps import AFTER

from .page import PageView
from .reminders import NEEDS_ADDRESS


class KeepInTouchView(PageView):
    """What may be written later. The last thing one can ask for, also when the case is closed."""

    form_class = KeepInTouchForm
    template_name = "coaching/keep_in_touch.html"
    title = "What we may write to you later"
    related = ("reminders",)
    step = AFTER
    guidance = "keep-in-touch"
    privacy = "B"
    changes_closed = True
    slug = "keep-in-touch"
    back_words = "to looking back"

    @property
    def about(self) -> bool:
        """There is an employer whom they left, or said no to."""
        return self.facts.decision is not None and self.facts.decision.is_out

    @property
    def has_address(self) -> bool:
        return not signed_in(self.request).is_guest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.has_address:
            messages.info(request, NEEDS_ADDRESS)
            return redirect(request.path)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            has_address=self.has_address, has_somebody=self.about, **kwargs
        )

    def back_url(self) -> str:
        return reverse("coaching:after", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        return self.back_url()
