"""Ana at her browser, in her own case; Bo, who wants to look in."""

from typing import Any

from django.test import Client
from django.urls import reverse

from offers.models import Case
from tests.factories import case_of, person


class Ana:
    """Opens and saves pages of one case by the name of their URL."""

    def __init__(self, client: Client, *, pages: tuple[str, ...] = ("pause",), **case: Any) -> None:
        self.client = client
        self.case: Case = case_of(person("ana"), pages=pages, **case)
        client.force_login(self.case.owner)

    def url(self, name: str, *about: Any) -> str:
        return reverse(f"coaching:{name}", args=[self.case.code, *about])

    def opens(self, name: str, *about: Any):
        return self.client.get(self.url(name, *about))

    def reads(self, name: str, *about: Any) -> str:
        page = self.opens(name, *about)
        assert page.status_code == 200, page
        return page.content.decode()

    def saves(self, name: str, /, *about: Any, version: int = 0, **answers: Any):
        return self.client.post(self.url(name, *about), {"version": str(version), **answers})

    def now(self) -> Case:
        """The case as the database has it."""
        return Case.objects.get(pk=self.case.pk)


def bo_finds_nothing(ana: Ana, name: str, *about: Any) -> bool:
    """True when a stranger gets 404 for every method that anybody may try."""
    bo = Client()
    bo.force_login(person("bo"))
    url = ana.url(name, *about)
    answers = [bo.get(url), bo.head(url), bo.post(url, {"version": "0"}), bo.options(url)]
    return all(answer.status_code == 404 for answer in answers)


def wrong_methods_are_refused(ana: Ana, name: str, *about: Any, reading: bool = False) -> bool:
    url = ana.url(name, *about)
    answers = [ana.client.put(url), ana.client.delete(url), ana.client.patch(url)]
    if reading:
        answers.append(ana.client.post(url))
    return all(answer.status_code == 405 for answer in answers)
