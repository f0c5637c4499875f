"""The floor: one answer, and one row kept, with nothing of ours around it."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils import timezone

from coaching.models import SavedPage


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello")


SIZE = 20_000
"""Bytes of a letter, about."""


def some_bytes(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    return HttpResponse(bytes(SIZE), content_type="application/pdf")


def keep(request: HttpRequest, case: int) -> HttpResponse:
    SavedPage.objects.create(case_id=case, slug=uuid4().hex, saved_at=timezone.now())
    return HttpResponseRedirect("/hello/")


urlpatterns = [path("hello/", hello), path("bytes/", some_bytes), path("keep/<int:case>/", keep)]
