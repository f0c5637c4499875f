"""From the landing page into a case: where the person stands, how soon, and who can see it."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from django.views.generic.base import View

from accounts.guests import ensure_signed_in, signed_in
from accounts.models import User
from coaching.forms.base import Page
from coaching.forms.start import AnotherStageForm, ClockForm, DeadlineForm, StageForm
from coaching.guidance import guidance_for
from coaching.journey.steps import PAUSE
from offers.models import AnswerWanted, Case

from .page import PageView


def newest_case(user: User | AnonymousUser) -> Case | None:
    """The case a person means when they do not say which."""
    if not user.is_authenticated:
        return None
    return Case.objects.owned_by(user).still_open().order_by("-created_at", "-pk").first()


def case_under_way(user: User | AnonymousUser) -> Case | None:
    """The newest open case in which something is saved: nobody begins another by accident."""
    if not user.is_authenticated:
        return None
    mine = Case.objects.owned_by(user).still_open().exclude(saved_pages=None)
    return mine.order_by("-created_at", "-pk").first()


@method_decorator(login_not_required, name="dispatch")
class StartView(View):
    """Where are you now? Only the POST begins a case, so that robots leave nothing behind."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        is_by_accident = self.under_way and "another" not in request.POST
        if not form.is_valid() or is_by_accident:
            return self.show(form)
        begin(ensure_signed_in(request), form.cleaned_data["stage"])
        return redirect("coaching:start-clock")

    @cached_property
    def under_way(self) -> Case | None:
        return case_under_way(self.request.user)

    def form(self, answers: QueryDict | None = None) -> StageForm:
        return AnotherStageForm(answers) if self.under_way else StageForm(answers)

    def show(self, form: StageForm) -> HttpResponse:
        context = {"form": form, "title": "Where are you now?", "guidance": guidance_for("start")}
        context["under_way"] = self.under_way
        context["carry_on"] = self.under_way or newest_case(self.request.user)
        return render(self.request, "coaching/start.html", context)


@transaction.atomic
def begin(owner: User, stage: str) -> Case:
    """A new case; or the one just begun, when nothing has been saved in it yet."""
    User.objects.select_for_update().get(pk=owner.pk)  # the second click waits, then finds it
    untouched = Case.objects.owned_by(owner).still_open().filter(saved_pages=None).first()
    case = untouched or Case(owner=owner)
    case.stage = stage
    case.save()
    return case


class DeadlineView(PageView):
    """Does someone want an answer, and in which time zone? Asked again from within a case."""

    form_class: type[Page] = DeadlineForm
    template_name = "coaching/start_clock.html"
    step = PAUSE
    title = "By when do they want an answer?"
    back_words = "to your date"
    guidance = "clock"
    privacy = "B"

    @property
    def slug(self) -> str:
        return "clock"

    def back_url(self) -> str:
        return self.next_url()

    def next_url(self, form: Page | None = None) -> str:
        return reverse("coaching:date", args=[self.case.code])


class ClockView(DeadlineView):
    """The same in the newest case, before its first task: this address names none."""

    form_class = ClockForm
    title = "Does someone want an answer soon?"
    back_words = "to the first question"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        case = newest_case(request.user)
        kwargs["code"] = case.code if case else ""
        super().setup(request, *args, **kwargs)

    def back_url(self) -> str:
        return reverse("coaching:start")

    def next_url(self, form: Page | None = None) -> str:
        hurried = self.case.answer_wanted == AnswerWanted.TODAY
        return reverse("coaching:help-now" if hurried else "coaching:start-private")


@require_safe
def private(request: HttpRequest) -> HttpResponse:
    """Who can see your answers, before the first one is given."""
    case = newest_case(request.user)
    if case is None:
        return redirect("coaching:start")
    words = "private" if signed_in(request).is_guest else "private-account"
    context = {"guidance": guidance_for(words), "case": case}
    return render(request, "coaching/start_private.html", context)
