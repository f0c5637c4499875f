"""One file of a letter about the decision, handed over in one read."""

from functools import cache
from typing import Any

from django.contrib import messages
from django.db.models import BigIntegerField, F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import View

from accounts.guests import signed_in
from coaching.journey.facts import Facts, is_told
from coaching.journey.gates import why_telling_is_shut
from coaching.models import Letterhead, LetterVersion

from .attached import NEEDS, Ending, attached
from .case import find_case


@cache
def _read(ending: Ending) -> str:
    """The SQL of one file, whose it is and the newest decision: one read for all of it.

    Django writes it, once a process: to put the joins together takes longer than to ask (L3). Its
    values are the letter, the number, the code of the case and its owner.
    """
    mine = Q(letter=0), Q(number=0), Q(letter__case__code=""), Q(letter__case__owner=0)
    newest_first = "-letter__case__decisions__decided_at", "-letter__case__decisions__pk"
    versions = LetterVersion.objects.filter(*mine).order_by(*newest_first).only(*NEEDS[ending])
    with_its_gate = versions.annotate(
        name=F("letter__contact__name"),
        email=F("letter__contact__email"),
        stage=F("letter__case__stage"),
        outcome=F("letter__case__decisions__outcome"),
    )
    return with_its_gate[:1].query.sql_with_params()[0]


class FileView(View):
    """One file of a frozen letter. All it asks is whose it is, and whether the gate is open."""

    http_method_names = ["get", "head", "options"]
    ending = Ending.PDF
    version: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find it before the method is looked at: to a stranger it does not exist."""
        super().setup(request, *args, **kwargs)
        which, number = kwargs["which"], kwargs["number"]
        if max(which, number) > BigIntegerField.MAX_BIGINT:
            raise Http404  # SQLite takes no such number
        values = (which, number, kwargs["code"], signed_in(request).pk)
        found = next(iter(LetterVersion.objects.raw(_read(self.ending), values)), None)
        if found is None:
            raise Http404
        self.version = found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = self.version
        if not is_told(version.outcome, version.stage):
            case = find_case(signed_in(request), kwargs["code"])
            messages.info(request, why_telling_is_shut(Facts(case)))
            return redirect("coaching:hub", case.code)
        return attached(
            version,
            self.ending,
            name=version.name,
            email=version.email,
            letterhead=lambda: Letterhead.objects.get(case__code=kwargs["code"]),
        )
