"""When no e-mail goes out: the mail server is down, or a code was sent a moment ago."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from allauth.core.exceptions import ImmediateHttpResponse
from django.forms import Form
from django.http import HttpResponse

MAIL_FAILED = "We could not send the e-mail. Try again in a few minutes."
# True as well when the first e-mail did not go out.
SENT_BEFORE = (
    "You asked for a code not long ago. Has it come? Enter that one. If not, wait a few minutes."
)
AT_ONCE = 2
_turns = BoundedSemaphore(AT_ONCE)


class MailNotSent(ImmediateHttpResponse):
    """The mail server did not take an e-mail. Where nobody catches this, a calm page is shown."""


@contextmanager
def turn_to_send() -> Iterator[None]:
    """Hold one of two turns: a mail server that hangs must not take every thread with it.

    Raises BlockingIOError at once when both are taken.
    """
    if not _turns.acquire(blocking=False):
        raise BlockingIOError
    try:
        yield
    finally:
        _turns.release()


class MailMayFail:
    """A form that sends an e-mail: if none goes out, the form stays with what was typed."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except MailNotSent:
            return self.not_sent(form, MAIL_FAILED, 503)
        except ImmediateHttpResponse as stopped:
            if stopped.response.status_code != 429:
                raise
            return self.not_sent(form, SENT_BEFORE, 429)

    def not_sent(self, form: Form, why: str, status: int) -> HttpResponse:
        form.add_error(None, why)
        page = self.get_context_data(form=form, sent_before=status == 429)
        return self.render_to_response(page, status=status)
