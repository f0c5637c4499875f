"""E-mail a person asks for, and the link in each that stops it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic.base import TemplateView

from accounts.guests import signed_in
from coaching.forms.base import Page
from coaching.forms.reminders import RemindersForm
from coaching.journey.steps import DATE
from coaching.models import Reminders
from coaching.reminding.stop import stop

from .page import Settings

NEEDS_ADDRESS = "Reminders need an e-mail address. Create an account first."


class RemindersView(Settings):
    form_class = RemindersForm
    template_name = "coaching/reminders.html"
    related = ("reminders",)
    step = DATE
    title = "What can we remind you of?"
    guidance = "reminders"
    privacy = "B"
    eyebrow = "Reminders"

    @property
    def slug(self) -> str:
        return "reminders"

    @property
    def has_address(self) -> bool:
        return not signed_in(self.request).is_guest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.has_address:
            messages.info(request, NEEDS_ADDRESS)
            return redirect("coaching:reminders", self.case.code)
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(has_address=self.has_address, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:date", args=[self.case.code])

    back_words = "to your decision date"

    def next_url(self, form: Page) -> str:
        return reverse("coaching:hub", args=[self.case.code])


@method_decorator(login_not_required, name="dispatch")
@method_decorator(csrf_exempt, name="dispatch")
class StopRemindersView(TemplateView):
    """The link in each reminder. A mail program may send the POST by itself (RFC 8058).

    So no cookie and no token of a form can be asked for: the secret is in the address, and all that
    it opens is this.
    """

    http_method_names = ["get", "head", "post", "options"]
    template_name = "coaching/public/stop_reminders.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            self.row = Reminders.objects.get(token=kwargs["token"])
        except Reminders.DoesNotExist:
            raise Http404 from None
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        stop(self.row)
        return redirect("coaching:stop-reminders", self.row.token)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(are_on=self.row.are_on, **kwargs)
