"""What is mine: download all of it, or erase all of it. For guests and account holders alike."""

import json
from collections.abc import Mapping
from tempfile import SpooledTemporaryFile
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from allauth.account.decorators import reauthentication_required
from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import prefetch_related_objects
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic.base import View
from django.views.generic.edit import FormView

from accounts import security_log
from accounts.again import asked_before_the_page
from accounts.erased import remember
from accounts.guests import signed_in
from accounts.models import User
from centres.models import Centre, Membership
from centres.team import is_last_lead
from coaching.forms.erase import EraseForm
from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.mine.erase import erase
from coaching.mine.export import everything, file_name, frozen_letters
from coaching.mine.schema import schema
from coaching.sharing.current import current_sharing
from coaching.sharing.readers import open_link, readers
from offers.models import Case

from .answers import Answered
from .attached import text_of
from .printed import answered, chapters
from .record_paper import FILE, record_pdf

IN_MEMORY = 4 * 1024 * 1024  # bytes; a larger download goes through a file that has no name
SOON = "You can download it once a minute. Wait a little, then press again."
FAILED_NOW = "We could not make this page just now. Download everything again in a minute."
READ_ME = """Everything that Second Thoughts keeps of you.

export.json         every row of every table, as the computer keeps it
export.schema.json  what each of its columns is
answers/            your answers, case by case, to read
letters/            each letter as it left: as a PDF, for Word (.docx) and as text
records/            who was told, and when, case by case: as a PDF
"""


@method_decorator(asked_before_the_page, name="dispatch")
class ExportView(View):
    """One zip. A password, where there is one, is asked for again: it is all there is to take."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "coaching/export.html", {"guidance": guidance_for("export")})

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if not consume(request, action="export", user=signed_in(request)):
            messages.info(request, SOON)
            return redirect("coaching:export")
        security_log.note("file", request)
        file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 – the answer closes it
        write_zip(file, signed_in(request))
        file.seek(0)
        name = f"second-thoughts-{timezone.now():%Y-%m-%d}.zip"
        return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


def write_zip(file: Any, user: User) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("read-me.txt", READ_ME)
        zipped.writestr("export.json", _json(everything(user)))
        zipped.writestr("export.schema.json", _json(schema()))
        for case in Case.objects.owned_by(user).select_related("owner").order_by("pk"):
            facts = Facts(case)
            zipped.writestr(f"answers/{case.code}.txt", as_text(facts))
            if has_told(facts):
                zipped.writestr(*record_file(facts))
        for version in frozen_letters(user):
            for ending in version.FILES:
                zipped.writestr(f"{file_name(version)}.{ending}", bytes(getattr(version, ending)))
            zipped.writestr(f"{file_name(version)}.txt", text_of(version))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def has_told(facts: Facts) -> bool:
    """There is a decision, and something was written down about telling it."""
    return facts.decision is not None and any(one.told.all() for one in facts.contacts)


def record_file(facts: Facts) -> tuple[str, bytes | str]:
    """Its name and what it holds. While no page can be made, a line says so: the rest goes."""
    name = f"records/{facts.case.code}-{FILE}"
    try:
        return name, record_pdf(facts)
    except (LetterBusy, LetterFailed):
        return f"{name}.txt", f"{FAILED_NOW}\n"


def as_text(facts: Facts) -> str:
    """The printed answers of one case, as plain text."""
    case, parts = facts.case, []
    who_reads = readers(current_sharing(case), open_link(case))
    for chapter in chapters(answered(facts), case.stage, who_reads):
        parts.append(f"{chapter.step.title.upper()}\n")
        parts.extend(_page(page, chapter.readers) for page in chapter.pages)
    return "\n".join(parts)


def _page(page: Answered, readers: Mapping[str, str]) -> str:
    heading = f"{page.title}: {page.about}" if page.about else page.title
    mark = f" ({readers.get('N', 'only you, always')})" if page.is_private else ""
    answers = [f"{answer.question}\n{_indented(answer.words)}\n" for answer in page.answers]
    return "\n".join([f"{heading}{mark}\n", *answers])


def _indented(words: str) -> str:
    return "\n".join(f"    {line}" for line in words.splitlines())


def _leads_alone(user: User) -> Centre | None:
    """The career center that nobody else leads."""
    desk = Membership.objects.active().filter(user=user).select_related("centre").first()
    return desk.centre if desk and is_last_lead(desk) else None


@method_decorator(reauthentication_required(allow_get=True), name="dispatch")
class EraseView(FormView):
    """Type a word: everything of the person is gone at once, and they are nobody we know."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = EraseForm
    template_name = "coaching/erase.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = signed_in(self.request)
        prefetch_related_objects([user], "cases")
        return super().get_context_data(
            guidance=guidance_for("erase"),
            count=len(user.cases.all()),
            leads_alone=_leads_alone(user),
            **kwargs,
        )

    def form_valid(self, form: EraseForm) -> HttpResponse:
        user = signed_in(self.request)
        codes = list(user.cases.values_list("code", flat=True))
        erase(user)
        logout(self.request)
        response = redirect(reverse("coaching:deleted", query={"all": "1"}))
        remember(self.request, response, codes)
        return response
