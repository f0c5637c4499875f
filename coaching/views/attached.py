"""The files that a frozen letter is handed over as. Their bytes are those that were kept."""

from collections.abc import Callable
from enum import StrEnum

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from coaching.letters.email import email_of, to_eml
from coaching.models import FrozenLetter, Letterhead
from coaching.telling.letter_facts import sender


class Ending(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    EML = "eml"
    TEXT = "txt"


MIME = {
    Ending.PDF: "application/pdf",
    Ending.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Ending.EML: "message/rfc822",
    Ending.TEXT: "text/plain; charset=utf-8",
}
NEEDS = {
    Ending.PDF: ("pdf",),
    Ending.DOCX: ("docx",),
    Ending.EML: ("subject", "words", "pdf", "made_at"),
    Ending.TEXT: ("subject", "words"),
}
"""What is read of a version for each file: no other file of it."""


def attached(
    version: FrozenLetter,
    ending: Ending,
    *,
    name: str,
    email: str,
    letterhead: Callable[[], Letterhead],
) -> HttpResponse:
    """One file of `version`, to send to `name` at `email`; 404 where it is from before such files.

    `letterhead` is asked only for a file that says who sends it.
    """
    match ending:
        case Ending.PDF | Ending.DOCX:
            content = bytes(getattr(version, ending))
        case Ending.EML:
            content = to_eml(
                email_of(email, version.subject, version.words),
                sender(letterhead()),
                made_at=version.made_at,
                pdf=bytes(version.pdf),
                name=file_name(name, Ending.PDF),
            )
        case Ending.TEXT:
            content = text_of(version)
    if not content:
        raise Http404
    return HttpResponse(
        content,
        content_type=MIME[ending],
        headers={
            "Content-Disposition": content_disposition_header(True, file_name(name, ending)),
            "X-Content-Type-Options": "nosniff",
        },
    )


def file_name(name: str, ending: str) -> str:
    """“letter-to-dana-reyes.pdf”: letters and digits only, whatever the name holds."""
    return f"letter-to-{slugify(name)[:60].strip('-') or 'them'}.{ending}"


def text_of(version: FrozenLetter) -> bytes:
    return f"{version.subject}\n\n{version.words}\n".encode()
