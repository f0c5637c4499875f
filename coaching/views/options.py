from typing import Any

from django.urls import reverse

from coaching.forms.options import OptionsForm
from coaching.guidance import guidance_for
from coaching.journey.steps import OPTIONS

from .page import PageView
from .read import ReadView


class OptionsView(PageView):
    """The board: every way that is there, and places for one's own."""

    form_class = OptionsForm
    template_name = "coaching/options.html"
    related = ("situation",)
    step = OPTIONS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        options = self.facts.options
        given = [way for way in options if not way.is_own]
        return super().get_context_data(ways=given, count=len(options), **kwargs)


class AskAgainView(ReadView):
    """Words to ask for a job that was turned down (S0-7)."""

    template_name = "coaching/ask_again.html"
    step = OPTIONS
    title = "Ask if a job is still open"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            guidance=guidance_for("ask-again"),
            back_url=reverse("coaching:options", args=[self.case.code]),
            back_words="to your options",
            **kwargs,
        )
