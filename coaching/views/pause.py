from django.urls import reverse

from coaching.forms.base import Page
from coaching.forms.pause import PauseForm
from coaching.journey.steps import PAUSE
from offers.models import Answer

from .page import PageView


class PauseView(PageView):
    form_class = PauseForm
    template_name = "coaching/pause.html"
    related = ("feeling",)
    step = PAUSE
    title = "Take a breath"
    privacy = "N"

    def next_url(self, form: Page) -> str:
        """Somebody who is being pressed gets words to ask for time before anything else."""
        if form.cleaned_data.get("forced") == Answer.YES:
            return reverse("coaching:help-now")
        return super().next_url(form)
