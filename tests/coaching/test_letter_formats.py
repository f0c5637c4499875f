"""How a letter leaves, in both families: as PDF, for Word, as an e-mail, as text."""

import hashlib
import io
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any
from urllib.parse import quote

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify

from coaching.models import Letterhead, LetterVersion, SafeLetter, SafeLetterVersion
from coaching.views import letter_files
from offers.models import Contact
from tests.factories import person
from tests.letters.names import Name, needs_font_for

from .leaving import dana, leaving, letter_to, owner_of, signed_in, told, url

pytestmark = pytest.mark.django_db

ENDINGS = ("pdf", "docx", "eml", "text")
NOBODY_CAN = "\U0002ebf0"


def said(message) -> str:
    return message.get_body().get_content().replace("\r\n", "\n").strip()


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One letter ready to leave, and the start of its addresses."""

    family: str
    letter: Any
    versions: Any

    def url(self, name: str, *more: int) -> str:
        return url(f"{self.family}-{name}", self.letter.case, self.letter.pk, *more)

    def issue(self, follow: bool = False) -> Any:
        return owner_of(self.letter.case).post(self.url("issue"), {"pdf": "1"}, follow=follow)

    def file(self, ending: str) -> Any:
        return owner_of(self.letter.case).get(self.url(ending, 1))

    def page(self, name: str = "", *more: int) -> str:
        found = f"{self.family}-{name}" if name else self.family
        at = url(found, self.letter.case, self.letter.pk, *more)
        return owner_of(self.letter.case).get(at, follow=True).content.decode()


@pytest.fixture(params=["letter", "safe-letter"])
def desk(request):
    """Both families: with a decision behind it, and before one."""
    case = leaving()
    told(dana(case), "spoke")
    letter = letter_to(dana(case))
    if request.param == "letter":
        return Desk(family="letter", letter=letter, versions=LetterVersion)
    offer = case.offers.get(number=2)
    Contact.objects.create(
        case=case, offer=offer, role="recruiter", name="Dana Reyes", email="dana@example.com"
    )
    safe = SafeLetter.objects.create(case=case, offer=offer, kind="ask-update")
    return Desk(family="safe-letter", letter=safe, versions=SafeLetterVersion)


@pytest.mark.mission("S1-28")
def test_each_file_says_what_the_letter_says(desk):
    desk.issue()
    version = desk.versions.objects.get()
    first = version.words.split("\n\n")[1]
    about = slugify(version.subject.partition(":")[0])
    files = {ending: desk.file(ending) for ending in ENDINGS}
    for ending, file in files.items():
        assert file.status_code == 200, ending
        assert "no-store" in file["Cache-Control"]
        assert file["X-Content-Type-Options"] == "nosniff"
        name = f"{about}-to-dana-reyes.{'txt' if ending == 'text' else ending}"
        assert file["Content-Disposition"] == f'attachment; filename="{name}"'
    assert first in files["text"].content.decode()
    rows = [row.text for row in docx.Document(io.BytesIO(files["docx"].content)).paragraphs]
    assert {version.subject, first} <= set(rows)
    message = message_from_bytes(files["eml"].content, policy=default)
    assert message["To"] == "dana@example.com"
    assert message["Subject"] == version.subject
    assert said(message) == version.words
    (attached,) = message.iter_attachments()
    assert attached.get_content() == files["pdf"].content


@pytest.mark.mission("S1-28")
def test_what_was_made_once_is_sent_for_ever(desk, monkeypatch):
    """Laid out when it is issued; every later download sends those bytes."""
    desk.issue()
    before = {ending: desk.file(ending).content for ending in ENDINGS}
    stored = desk.versions.objects.get()
    assert hashlib.sha256(before["pdf"]).hexdigest() == stored.sha256
    assert (before["pdf"], before["docx"]) == (bytes(stored.pdf), bytes(stored.docx))
    for maker in ("to_pdf", "to_docx", "to_email"):
        monkeypatch.setattr(letter_files, maker, None)
    Letterhead.objects.update(name="Another Name", street="9 Other Street")
    type(desk.letter).objects.update(words="Dear Dana,\n\nOther words.")
    after = {ending: desk.file(ending).content for ending in ENDINGS}
    for ending in ("pdf", "docx", "text"):
        assert after[ending] == before[ending], ending
    assert before["pdf"] in [
        part.get_content()
        for part in message_from_bytes(after["eml"], policy=default).iter_attachments()
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_download_reads_only_the_file_it_sends(desk, ending):
    desk.issue()
    with CaptureQueriesContext(connection) as asked:
        desk.file(ending)
    reads = [one["sql"] for one in asked if "letterversion" in one["sql"]]
    assert len(reads) == 1
    assert ('"docx"' in reads[0]) == (ending == "docx")
    assert ('"pdf"' in reads[0]) == (ending in ("pdf", "eml"))


@pytest.mark.parametrize("name", ["", "version"])
def test_no_page_reads_a_file(desk, name):
    desk.issue()
    with CaptureQueriesContext(connection) as asked:
        desk.page(name, *([1] if name else []))
    reads = [one["sql"] for one in asked if "letterversion" in one["sql"]]
    assert reads
    assert not [sql for sql in reads if '"pdf"' in sql or '"docx"' in sql]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nobody_else_gets_a_file(desk, ending):
    desk.issue()
    bo = signed_in(person("bo@example.com"))
    assert bo.get(desk.url(ending, 1)).status_code == 404


def test_a_version_from_before_there_was_word_has_no_such_file(desk):
    desk.issue()
    desk.versions.objects.update(docx=b"")
    assert desk.file("docx").status_code == 404
    assert desk.file("pdf").status_code == 200


def test_the_page_to_send_from_links_each_file(desk):
    desk.issue()
    page = desk.page("version", 1)
    for ending in ENDINGS:
        assert f'href="{desk.url(ending, 1)}"' in page


# Signs without a font


def test_signs_that_cannot_be_printed_are_named_beside_the_letter_and_nothing_is_made(desk):
    Letterhead.objects.update(name=f"Ana {NOBODY_CAN}")
    assert f"We cannot print these signs. Write that another way: “{NOBODY_CAN}”" in desk.page()
    back = desk.issue(follow=True).content.decode()
    assert f"We cannot print these signs: {NOBODY_CAN}. Write that another way" in back
    assert not desk.versions.objects.exists()
    Letterhead.objects.update(name="Ana Silva")
    assert "We cannot print" not in desk.page()
    desk.issue()
    assert desk.versions.objects.count() == 1


@pytest.mark.mission("S1-28")
@pytest.mark.parametrize(
    "words", ["Юлия Щербакова", "王小明", "김민수", "محمد عبد الله", "प्रिया शर्मा", "สมชาย"]
)
def test_a_name_in_any_script_leaves_in_every_format(desk, words):
    needs_font_for(Name(script="this", words=words))
    Letterhead.objects.update(name=words, email="me@example.com")
    Contact.objects.update(name=words)
    desk.issue()
    assert desk.versions.objects.count() == 1
    assert words in desk.file("text").content.decode()
    message = message_from_bytes(desk.file("eml").content, policy=default)
    assert message["From"].addresses[0].display_name == words
    rows = [row.text for row in docx.Document(io.BytesIO(desk.file("docx").content)).paragraphs]
    assert rows[0] == rows[-1] == words
    to = quote(f"-to-{'-'.join(words.lower().split())}.pdf")
    assert desk.file("pdf")["Content-Disposition"].endswith(to)
