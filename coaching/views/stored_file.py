"""One file of a letter about the decision."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic.base import View

from accounts.guests import signed_in
from coaching.journey.facts import Facts
from coaching.journey.gates import why_telling_is_shut
from coaching.models import LetterVersion

from .attached import NEEDS, Ending, attached
from .letter_files import numbered


class FileView(View):
    """One file of a frozen letter. All it asks is whose it is, and whether the gate is open."""

    http_method_names = ["get", "head", "options"]
    ending = Ending.PDF
    version: LetterVersion

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find it before the method is looked at: to a stranger it does not exist."""
        super().setup(request, *args, **kwargs)
        mine = LetterVersion.objects.filter(
            letter=kwargs["which"],
            letter__case__code=kwargs["code"],
            letter__case__owner=signed_in(request),
        )
        read = mine.select_related("letter__case", "letter__contact").only(
            *NEEDS[self.ending],
            "letter__case__code",
            "letter__case__stage",
            "letter__contact__name",
            "letter__contact__email",
        )
        self.version = numbered(read, kwargs["number"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version, case = self.version, self.version.letter.case
        if reason := why_telling_is_shut(Facts(case)):
            messages.info(request, reason)
            return redirect("coaching:hub", case.code)
        person = version.letter.contact
        return attached(
            version,
            self.ending,
            name=person.name,
            email=person.email,
            letterhead=lambda: case.letterhead,
        )
