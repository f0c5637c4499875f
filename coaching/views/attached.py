"""The files that a frozen letter is handed over as. Their bytes are those that were kept."""

from collections.abc import Callable
from enum import StrEnum
from unicodedata import category, normalize
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from coaching.letters.email import email_of, to_eml
from coaching.models import FrozenLetter, Letterhead
from coaching.telling.letter_facts import sender

LONGEST_NAME = 40  # in some scripts that is 160 bytes; a file system takes 255


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
    Ending.PDF: ("subject", "pdf"),
    Ending.DOCX: ("subject", "docx"),
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
                name=file_name(version, name, Ending.PDF),
            )
        case Ending.TEXT:
            content = text_of(version)
    if not content:
        raise Http404
    return HttpResponse(
        content,
        content_type=MIME[ending],
        headers={
            "Content-Disposition": disposition(file_name(version, name, ending)),
            "X-Content-Type-Options": "nosniff",
        },
    )


def file_name(version: FrozenLetter, name: str, ending: str) -> str:
    """“withdrawal-of-acceptance-to-dana-reyes.pdf”: what it is, and to whom.

    Letters and digits of any script, whatever the name holds. No employer stands in it, old or new:
    others may see a folder of downloads.
    """
    about = slugify(version.subject.partition(":")[0]) or "letter"
    to = letters_of(name)
    return f"{about}-to-{to}.{ending}" if to else f"{about}.{ending}"


def letters_of(name: str) -> str:
    """“dana-reyes”: small letters with their marks, and digits. What scripts need to be read."""
    plain = normalize("NFC", name.lower())
    kept = "".join(sign if category(sign)[0] in "LMN" else " " for sign in plain)
    return "-".join(kept.split())[:LONGEST_NAME].strip("-")


def disposition(name: str) -> str:
    """The header that names a file, with plain letters beside it for old browsers (RFC 6266)."""
    if name.isascii():
        return f'attachment; filename="{name}"'
    about, ending = name.partition("-to-")[0], name.rpartition(".")[2]
    return f"attachment; filename=\"{about}.{ending}\"; filename*=utf-8''{quote(name)}"


def text_of(version: FrozenLetter) -> bytes:
    return f"{version.subject}\n\n{version.words}\n".encode()
