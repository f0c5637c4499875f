"""The floor: one answer, and one row kept, with nothing of ours around it."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils import timezone

from coaching.models import SavedPage


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello")


def keep(request: HttpRequest, case: int) -> HttpResponse:
    SavedPage.objects.create(case_id=case, slug=uuid4().hex, saved_at=timezone.now())
    return HttpResponseRedirect("/hello/")


urlpatterns = [path("hello/", hello), path("keep/<int:case>/", keep)]
