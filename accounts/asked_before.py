"""A code was asked for a moment ago: the form says so, and what was typed stays."""

from allauth.core.exceptions import ImmediateHttpResponse
from django.forms import Form
from django.http import HttpResponse

SENT_BEFORE = (
    "You asked for a code not long ago. Has it come? Enter that one. If not, wait a few minutes."
)
TOO_MANY_REQUESTS = 429


class SaysWhenAskedBefore:
    """A form that sends an e-mail: where the limits let none go out, the page is the form again."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ImmediateHttpResponse as stopped:
            if stopped.response.status_code != TOO_MANY_REQUESTS:
                raise
        form.add_error(None, SENT_BEFORE)
        page = self.get_context_data(form=form, sent_before=True)
        return self.render_to_response(page, status=TOO_MANY_REQUESTS)
