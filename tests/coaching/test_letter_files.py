"""A letter as it leaves: frozen bytes, safe file names, an e-mail, and “I sent it”."""

import hashlib
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.utils import timezone
from django.utils.html import escape

from coaching.journey.gates import NO_DECISION, NOT_LEAVING
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.models import Letter, LetterVersion, Told
from coaching.telling.sent import token_of
from coaching.views import letter_files
from tests.factories import person
from tests.letters.reading import words_on
from tests.statements import statements

from .leaving import dana, decide, leaving, letter_to, owner_of, page, signed_in, told, url

pytestmark = pytest.mark.django_db
TOKEN = {"token": "4c0a4a2e-6f0a-4d52-9a0c-4f44dbbd3c11"}


@pytest.fixture
def letter() -> Letter:
    case = leaving()
    told(dana(case), "spoke")
    return letter_to(dana(case))


@pytest.fixture
def quick(monkeypatch):
    """A press that needs no time: the pages are the words."""
    monkeypatch.setattr(letter_files, "to_pdf", lambda sheet: f"%PDF {sheet.body}".encode())


def issue(letter, button="pdf"):
    client = owner_of(letter.case)
    return client.post(url("letter-issue", letter.case, letter.pk), {button: "1"})


@pytest.mark.mission("S1-28")
def test_the_download_is_a_pdf_that_says_what_was_on_the_page(letter):
    answer = owner_of(letter.case).post(
        url("letter-issue", letter.case, letter.pk), {"pdf": "1"}, follow=True
    )
    assert answer["Content-Type"] == "application/pdf"
    assert (
        answer["Content-Disposition"]
        == 'attachment; filename="withdrawal-of-acceptance-to-dana-reyes.pdf"'
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    version = LetterVersion.objects.get()
    assert hashlib.sha256(answer.content).hexdigest() == version.sha256
    text = " ".join(words_on(answer.content))
    for words in ("Ana Okafor", "Data Analyst", "withdraw my acceptance"):
        assert words in text
    assert "Harborlight" not in text


def test_the_same_letter_again_is_the_same_file(letter):
    assert issue(letter).url == issue(letter).url
    assert LetterVersion.objects.count() == 1


def test_a_changed_letter_is_a_new_version_and_the_old_one_stays(letter, quick):
    issue(letter)
    client = owner_of(letter.case)
    first = url("letter-pdf", letter.case, letter.pk, 1)
    before = client.get(first).content
    Letter.objects.update(words="Dear Dana,\n\nI withdraw.")
    letter.refresh_from_db()
    assert issue(letter).url == url("letter-pdf", letter.case, letter.pk, 2)
    assert client.get(first).content == before
    assert LetterVersion.objects.count() == 2


def test_a_download_again_makes_nothing_anew(letter, quick, monkeypatch):
    issue(letter)
    monkeypatch.setattr(letter_files, "to_pdf", None)
    client = owner_of(letter.case)
    for name in ("letter-pdf", "letter-text", "letter-version"):
        assert client.get(url(name, letter.case, letter.pk, 1)).status_code == 200
        assert client.post(url(name, letter.case, letter.pk, 1)).status_code == 405


@pytest.mark.parametrize("number", [0, 987, 10**18, 10**30])
def test_a_version_that_is_not_there_is_404(letter, quick, number):
    issue(letter)
    client = owner_of(letter.case)
    assert client.get(url("letter-pdf", letter.case, letter.pk, number)).status_code == 404
    assert client.get(url("letter-pdf", letter.case, number, 1)).status_code == 404


ABOUT = "withdrawal-of-acceptance"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Dana Reyes", "-to-dana-reyes"),
        ('"; rm -rf / \r\nX: y', "-to-rm-rf-x-y"),
        ("../../etc/passwd", "-to-etc-passwd"),
        ("<b>D</b>", "-to-b-d-b"),
        ("🙂", ""),
        ("x" * 120, f"-to-{'x' * 40}"),
    ],
)
def test_any_name_makes_a_harmless_file_name(letter, quick, name, file):
    letter.case.contacts.update(name=name)
    issue(letter)
    client = owner_of(letter.case)
    answer = client.get(url("letter-pdf", letter.case, letter.pk, 1))
    assert answer["Content-Disposition"] == f'attachment; filename="{ABOUT}{file}.pdf"'


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Łukasz Żak", "łukasz-żak"),
        ("שלום", "שלום"),
        ("محمد علي", "محمد-علي"),
        ("प्रिया शर्मा", "प्रिया-शर्मा"),
        ("山田 太郎", "山田-太郎"),
        ("\u202eDana\u0000 É", "dana-é"),
    ],
)
def test_a_name_in_any_script_names_the_file(letter, quick, name, file):
    """RFC 6266: the name as it is, and one in plain letters beside it."""
    letter.case.contacts.update(name=name.replace("\0", ""))
    issue(letter)
    answer = owner_of(letter.case).get(url("letter-pdf", letter.case, letter.pk, 1))
    header = answer["Content-Disposition"]
    assert header.isascii()
    plain, _, full = header.partition("; filename*=utf-8''")
    assert plain == f'attachment; filename="{ABOUT}.pdf"'
    assert unquote(full) == f"{ABOUT}-to-{file}.pdf"


@pytest.mark.parametrize(
    ("problem", "words"), [(LetterBusy(), "Try again in a minute"), (LetterFailed(), "could not")]
)
def test_when_the_press_cannot_the_letter_stays(letter, monkeypatch, problem, words):
    def broken(sheet):
        raise problem

    monkeypatch.setattr(letter_files, "to_pdf", broken)
    Letter.objects.update(words="Dear Dana, my own words.")
    client = owner_of(letter.case)
    answer = client.post(url("letter-issue", letter.case, letter.pk), {"pdf": "1"}, follow=True)
    assert answer.status_code == 200
    assert words in page(answer)
    assert "my own words" in page(answer)
    assert not LetterVersion.objects.exists()


def test_after_a_thousand_versions_it_says_so_calmly(letter, quick):
    issue(letter)
    LetterVersion.objects.update(number=1000)
    Letter.objects.update(words="Dear Dana, I withdraw.")
    letter.refresh_from_db()
    assert issue(letter).url == url("letter", letter.case, letter.pk)
    assert LetterVersion.objects.count() == 1


def test_a_file_is_handed_over_in_one_read(letter, quick):
    """Beside who is there: the session, the person, and then bytes, owner and gate at once."""
    issue(letter)
    client = owner_of(letter.case)
    asked, answer = statements(lambda: client.get(url("letter-pdf", letter.case, letter.pk, 1)))
    assert answer.status_code == 200
    assert len(asked) == 3


def test_the_newest_decision_opens_and_shuts_it(letter, quick):
    issue(letter)
    client = owner_of(letter.case)
    found = []
    for hours_ago, outcome in ((2, "out"), (1, "ask"), (0, "out"), (-1, "keep")):
        decide(letter.case, outcome, hours_ago)
        answer = client.get(url("letter-pdf", letter.case, letter.pk, 1), follow=True)
        found.append(answer["Content-Type"].partition(";")[0])
    assert found == ["application/pdf", "text/html", "application/pdf", "text/html"]
    assert NOT_LEAVING in page(answer)
    letter.case.decisions.all().delete()
    answer = client.get(url("letter-pdf", letter.case, letter.pk, 1), follow=True)
    assert NO_DECISION in page(answer)


def test_a_file_is_found_by_its_owner_and_beneath_its_case_alone(letter, quick):
    issue(letter)
    bo, beside = signed_in(person("bo")), leaving(letter.case.owner)
    for name in ("letter-pdf", "letter-docx", "letter-eml", "letter-text"):
        address = url(name, letter.case, letter.pk, 1)
        assert bo.get(address).status_code == 404
        assert owner_of(beside).get(url(name, beside, letter.pk, 1)).status_code == 404


# As an e-mail


@pytest.mark.mission("S1-28")
def test_the_e_mail_is_there_to_copy_and_to_open(letter, quick):
    answer = issue(letter, "email")
    assert answer.url == url("letter-version", letter.case, letter.pk, 1)
    text = page(owner_of(letter.case).get(answer.url))
    assert "mailto:dana@example.com?subject=Withdrawal%20of%20acceptance" in text
    assert 'data-copy="#words-email"' in text
    assert "Dear Dana," in text
    assert "Bluebird" not in text.split("<title>")[1].split("</title>")[0]


def test_the_plain_text_is_a_file(letter, quick):
    issue(letter)
    client = owner_of(letter.case)
    answer = client.get(url("letter-text", letter.case, letter.pk, 1))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert 'filename="withdrawal-of-acceptance-to-dana-reyes.txt"' in answer["Content-Disposition"]
    text = answer.content.decode()
    assert text.startswith("Withdrawal of acceptance: Data Analyst\n\nDear Dana,")
    assert text.endswith("Sincerely,\n\nAna Okafor\n(614) 555-0142\n")


# I sent it


def test_i_sent_it_is_written_down_once(letter, quick):
    issue(letter)
    client = owner_of(letter.case)
    for _ in range(2):
        answer = client.post(url("letter-sent", letter.case, letter.pk), TOKEN)
        assert answer.url == url("tell", letter.case)
    assert Told.objects.filter(what="letter-sent").count() == 1
    assert "Told in a talk, letter sent" in page(client.get(url("tell", letter.case)))


def test_i_sent_it_can_be_taken_back(letter, quick):
    issue(letter)
    client, case = owner_of(letter.case), letter.case
    sent, desk = url("letter-sent", case, letter.pk), url("letter", case, letter.pk)
    client.post(sent, {"number": "1"})
    for address in (desk, url("letter-version", case, letter.pk, 1)):
        assert "I did not send it after all" in page(client.get(address))
    bo = signed_in(person("bo"))
    assert bo.post(sent, {"number": "1", "undo": "1"}).status_code == 404
    assert Told.objects.filter(what="letter-sent").exists()

    for _ in range(2):
        assert client.post(sent, {"number": "1", "undo": "1"}).url == desk
    assert not Told.objects.filter(what="letter-sent").exists()
    assert Told.objects.get().what == "spoke"
    assert LetterVersion.objects.count() == 1
    assert ">I sent it</button>" in page(client.get(desk))


def test_nothing_was_sent_before_it_was_made(letter):
    client = owner_of(letter.case)
    answer = client.post(url("letter-sent", letter.case, letter.pk), TOKEN)
    assert answer.url == url("letter", letter.case, letter.pk)
    assert not Told.objects.filter(what="letter-sent").exists()


def test_the_letter_page_says_what_to_do_after_the_download(letter):
    text = page(owner_of(letter.case).get(url("letter", letter.case, letter.pk)))
    after = text[text.index("Download PDF") :]
    assert "send it by e-mail or print it" in after
    assert ">I sent it</button>" in after


def test_a_letter_that_was_sent_stays_as_it_was_sent(letter, quick):
    issue(letter)
    client, case = owner_of(letter.case), letter.case
    client.post(url("letter-sent", case, letter.pk), {"number": "1"})
    sent_words = LetterVersion.objects.get().words.split("\n\n")[1]
    told(dana(case), "spoke", at=timezone.now() + timedelta(days=1))
    text = page(client.get(url("letter", case, letter.pk)))
    assert "Sent on " in text
    assert "Version 1 stays as you sent it." in text
    assert escape(sent_words) in text[: text.index("Make a new version")]
    assert '<details class="block"><summary>Make a new version' in text
    version = page(client.get(url("letter-version", case, letter.pk, 1)))
    assert "Sent on " in version
    assert "I sent it</button>" not in version


def test_a_new_version_can_be_made_and_is_sent_once_too(letter, quick):
    issue(letter)
    client, case = owner_of(letter.case), letter.case
    client.post(url("letter-sent", case, letter.pk), {"number": "1"})
    answers = {"version": "0", "reason": "personal", "paper": "letter"}
    client.post(url("letter", case, letter.pk), answers)
    text = page(client.get(url("letter", case, letter.pk)))
    assert '<details class="block" open>' in text
    issue(letter, "email")
    assert "I sent it</button>" in page(client.get(url("letter-version", case, letter.pk, 2)))
    for _ in range(2):
        client.post(url("letter-sent", case, letter.pk), {"number": "2"})
    client.post(url("letter-sent", case, letter.pk), {"number": "1"})
    assert Told.objects.filter(what="letter-sent").count() == 2
    assert "Version 2 stays as you sent it." in page(client.get(url("letter", case, letter.pk)))


@pytest.mark.mission("S2-14")
def test_which_version_was_sent_is_never_guessed(letter, quick):
    issue(letter)
    client, case = owner_of(letter.case), letter.case
    desk = url("letter", case, letter.pk)
    assert "This is version 1, made on " in page(client.get(desk))
    client.post(desk, {"version": "0", "reason": "personal", "paper": "letter"})
    text = page(client.get(desk))
    assert "The letter has changed since you made version 1" in text
    assert ">I sent version 1</button>" in text
    assert client.post(url("letter-sent", case, letter.pk)).url == desk
    assert "is not made yet. Download it first" in page(client.get(desk))
    assert not Told.objects.filter(what="letter-sent").exists()

    issue(letter)
    answer = client.post(url("letter-sent", case, letter.pk), follow=True)
    assert "Written down: you sent version 2." in page(answer)
    assert Told.objects.get(what="letter-sent").token == token_of(
        LetterVersion.objects.get(number=2)
    )


def test_the_words_of_a_letter_that_was_sent_say_when(letter, quick):
    client, case = owner_of(letter.case), letter.case
    words = url("letter-words", case, letter.pk)
    issue(letter)
    assert "stays as you sent it" not in page(client.get(words))
    client.post(url("letter-sent", case, letter.pk), {"number": "1"})
    text = page(client.get(words))
    assert "You sent version 1 on " in text
    assert "What you change here becomes a new version once you make it." in text
