"""Which school is mine: join it, and leave it again. Joining shares nothing."""

from typing import Any

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic.edit import FormView

from accounts.guests import ensure_signed_in, signed_in
from accounts.models import User
from centres.joining import OtherSchool, join, offered, school_of
from centres.models import Centre, JoinedHow, PolicyVersion, in_force_on
from coaching.forms.join_code import JoinCodeForm
from coaching.models import Sharing
from coaching.sharing.consent import end

from .telling import Action

TOO_OFTEN = "That was tried too often. Wait an hour, or ask your career center for the code."
JOINED = "You joined {}. It sees nothing of you unless you share it."
HAVE_ONE = "You belong to a school already. Leave it first."
TOO_MANY_REQUESTS = 429


@method_decorator(login_not_required, name="dispatch")
class MySchoolView(FormView):
    """One’s school, or the ways to join one. Only the POST makes a guest of a visitor."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "coaching/my_school.html"
    form_class = JoinCodeForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if tried_too_often(request):
            form.add_error("code", TOO_OFTEN)
            return self.render_to_response(
                self.get_context_data(form=form), status=TOO_MANY_REQUESTS
            )
        if not form.is_valid():
            note_a_try(request)
            return self.form_invalid(form)
        return enrol(request, ensure_signed_in(request), form.centre, JoinedHow.CODE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        if isinstance(user, User):
            school = school_of(user)
            kwargs |= {"school": school, "offered": () if school else tuple(offered(user))}
            if school:
                today = timezone.now().astimezone(school.centre.zone).date()
                published = PolicyVersion.objects.of_the_school_of(user.pk)
                kwargs |= {"rules": in_force_on(published, today)}
        return super().get_context_data(**kwargs)


class JoinSchoolView(Action):
    """Join a school that one’s proved address belongs to."""

    def post(self, request: HttpRequest, school: str) -> HttpResponse:
        user = signed_in(request)
        for centre, how in offered(user).items():
            if centre.slug == school:
                return enrol(request, user, centre, how)
        raise Http404


class LeaveSchoolView(Action):
    """Leave it. What was shared with it ends in the same moment. Harmless a second time."""

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        now = timezone.now()
        enrolment = school_of(user)
        if enrolment is not None:
            shared = Sharing.objects.current().filter(case__owner=user, centre=enrolment.centre)
            for sharing in shared:
                end(sharing, now)
            enrolment.delete()
        messages.info(request, "You left the school. It can open nothing of yours.")
        return redirect("coaching:my-school")


def enrol(request: HttpRequest, user: User, centre: Centre, how: JoinedHow) -> HttpResponse:
    try:
        join(user, centre, how)
    except OtherSchool:
        messages.info(request, HAVE_ONE)
    else:
        messages.success(request, JOINED.format(centre))
    return redirect("coaching:my-school")


def tried_too_often(request: HttpRequest) -> bool:
    """Whether so many wrong codes were typed that somebody may be guessing."""
    return not _within_limits(request, dry_run=True)


def note_a_try(request: HttpRequest) -> None:
    _within_limits(request, dry_run=False)


def _within_limits(request: HttpRequest, *, dry_run: bool) -> bool:
    """Wrong codes alone count: a whole class may join behind one address of the campus."""
    fine = ratelimit.consume(request, action="join_school", dry_run=dry_run)
    if request.user.is_authenticated:
        mine = ratelimit.consume(request, action="join_school_person", dry_run=dry_run)
        fine = fine and mine
    return fine
