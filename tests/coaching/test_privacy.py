"""What is for the person alone stays there: in the code, on the wire, in the logs."""

import ast
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import models
from django.test import Client

from coaching.models import after, doubts, private
from tests.factories import PASSWORD
from tests.page_text import read
from tests.rows import our_models, taken_back
from tests.urlconf import case_urls
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("config", "coaching", "offers", "accounts", "look")
FOR_THE_PERSON_ALONE = {"Feeling", "RealReason", "Reflection", "DiaryLine", "DecisionNote"}
FOR_THE_PERSON_ALONE |= {"LaterOffer", "CounterOffer", "Belief", "Pleasing", "Pressure"}
FOR_THE_PERSON_ALONE |= {"FirstDays", "Leaning", "Trusted"}
FOR_THE_PERSON_ALONE |= {"WarningSigns", "Habits", "Thought"}
FOR_THE_PERSON_ALONE |= {"LookBack", "CheckIn", "NextOfferLine"}
PRIVATE = (private, doubts, after)
FILES = tuple(file.__name__ for file in PRIVATE)

# Codes, kinds and file names that we make, and numbers: none of these takes a word of hers.
OURS = {
    "accounts.User": {"email", "password"},
    "coaching.ExchangeRate": {"currency", "into"},
    "offers.Case": {"code", "time_zone"},
    "offers.Contact": {"phone"},
    "offers.DecisionDate": {"zone", "wall"},
    "offers.Pay": {"currency"},
    "coaching.OptionCase": {"option"},
    "coaching.Letterhead": {"phone"},
    "coaching.SavedPage": {"slug"},
    "coaching.GoneAhead": {"about"},
    "coaching.LetterVersion": {"sha256"},
    "coaching.HelperPart": {"part"},
    "coaching.HelperView": {"part"},
    "coaching.HelperComment": {"part"},
    "coaching.SafeLetterVersion": {"sha256"},
    "coaching.FurtherLetterVersion": {"sha256"},
    "coaching.Reminders": {"token"},
    "coaching.CalendarFeed": {"token"},
    "coaching.HelperLink": {"token"},
}


@pytest.fixture
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


# In the code


def test_answers_for_the_person_alone_have_models_of_their_own():
    found = {
        name
        for file in PRIVATE
        for name, model in vars(file).items()
        if isinstance(model, type) and issubclass(model, models.Model)
        and model.__module__ == file.__name__
    }  # fmt: skip
    assert found == FOR_THE_PERSON_ALONE


def test_no_other_app_knows_them():
    knowing = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources()
        if path.relative_to(ROOT).parts[0] != "coaching"
        for name in imported(path)
        if name.startswith(FILES) or name.split(".")[-1] in FOR_THE_PERSON_ALONE
    ]
    assert knowing == []


def test_inside_coaching_they_come_through_one_door():
    """Only the package of models opens the file itself."""
    opening = {
        path.relative_to(ROOT).as_posix()
        for path in sources()
        for name in imported(path)
        if name.startswith(FILES)
    }
    assert opening == {"coaching/models/__init__.py"}


def test_no_model_beneath_coaching_points_at_them():
    """Only they point: to the case, and nothing points at them."""
    pointing = [
        f"{model.__name__}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete
        and field.related_model.__name__ in FOR_THE_PERSON_ALONE
    ]  # fmt: skip
    assert pointing == []


def sources() -> Iterator[Path]:
    for floor in FLOORS:
        yield from (path for path in (ROOT / floor).rglob("*.py") if "migrations" not in path.parts)


def imported(path: Path) -> Iterator[str]:
    """Everything this file imports, by its full name."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            near = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*near, *([node.module] if node.module else [])))
            yield from (f"{module}.{one.name}" for one in node.names)


# In the rows: the word of Ana is everywhere, so that the tests below look for something


@pytest.mark.django_db
@pytest.mark.usefixtures("_monday")
def test_every_text_of_a_whole_case_holds_her_word():
    anas_case(When.TOLD)
    without = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.concrete_fields
        if is_typed(model, field)
        and not model._base_manager.filter(**{f"{field.name}__contains": ANAS_WORD}).exists()
    ]
    assert without == []


def is_typed(model: type[models.Model], field: models.Field) -> bool:
    texts = (models.CharField, models.TextField)
    ours = OURS.get(model._meta.label, set())
    return isinstance(field, texts) and not field.choices and field.name not in ours


# On the wire and in the logs


@pytest.mark.django_db
@pytest.mark.usefixtures("_monday")
@pytest.mark.parametrize("when", When)
def test_no_log_address_or_e_mail_holds_what_she_typed(log, monkeypatch, when):
    """Every page opened, every form sent with her word in all its fields."""
    monkeypatch.setattr("coaching.views.letter_files.to_pdf", lambda sheet: b"%PDF-1.7 new")
    case = anas_case(when)
    browser = Client(raise_request_exception=False)
    browser.force_login(case.owner)
    for url in case_urls():
        page = browser.get(url.of(case))
        is_page = page.headers.get("Content-Type", "").startswith("text/html")
        can_post = is_page and page.status_code == 200
        fields = read(page.content.decode()).posted if can_post else {}
        for typed in (fields, dict.fromkeys(fields, f"I typed {ANAS_WORD}.")):
            with taken_back():
                answer = browser.post(url.of(case), typed)
                assert ANAS_WORD not in answer.headers.get("Location", ""), url.name

    assert len(log) > 5
    assert [line for line in log if ANAS_WORD in line] == []
    assert mail.outbox == []


@pytest.mark.django_db
def test_not_even_when_something_breaks(log, monkeypatch):
    def break_down(*args, **kwargs):
        raise RuntimeError("a bug of ours")

    case = anas_case()
    browser = Client(raise_request_exception=False)
    browser.force_login(case.owner)
    monkeypatch.setattr("coaching.forms.why.WhyForm.save", break_down)
    answer = browser.post(f"/c/{case.code}/why/", {
        "version": "1", "reasons": "gut", "still": "no", "first": f"About {ANAS_WORD}.",
    })  # fmt: skip

    assert answer.status_code == 500
    assert any("a bug of ours" in line or "Internal Server Error" in line for line in log)
    assert [line for line in log if ANAS_WORD in line] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_monday")
@pytest.mark.parametrize("when", When)
def test_the_calendar_file_says_nothing_but_the_time(when):
    case = anas_case(when)
    browser = Client()
    browser.force_login(case.owner)
    file = browser.get(f"/c/{case.code}/dates.ics").content.decode()

    assert ANAS_WORD not in file.replace("\r\n ", "")
    for word in ("job", "offer", "decide", "decision", "employer", "quit"):
        assert word not in file.lower()


@pytest.mark.django_db
def test_the_e_mail_with_the_code_says_nothing_else(mailoutbox):
    case = anas_case()
    Client().post("/account/login/code/", {"email": "ana@example.org"})

    (letter,) = mailoutbox
    assert ANAS_WORD not in f"{letter.subject} {letter.body} {letter.extra_headers}"
    assert case.code not in letter.body


# In the browser


@pytest.mark.django_db
@pytest.mark.usefixtures("_monday")
def test_cookies_hold_a_key_and_nothing_else():
    """What was typed, and what we say next, wait on the server."""
    browser = Client()
    browser.post("/start/", {"stage": "accepted"})
    code = browser.get("/cases/").url.split("/")[2]
    browser.get(f"/c/{code}/tell/")  # shut, with a reason as a message
    browser.post(f"/c/{code}/pause/", {"version": "x", "weight": "1", "first": ANAS_WORD})

    assert set(browser.cookies) <= {"sessionid", "csrftoken"}
    assert all(cookie.value.isalnum() for cookie in browser.cookies.values())
    assert len(browser.cookies["sessionid"].value) == 32


@pytest.fixture
def https(monkeypatch, settings) -> Client:
    """A browser of the site as it is served for real, by HTTPS."""
    monkeypatch.setenv("PLAIN_HTTP", "0")
    real = runpy.run_path(str(ROOT / "config" / "settings.py"))
    for name, value in real.items():
        if name.startswith(("SESSION_COOKIE", "CSRF_COOKIE", "SECURE_")):
            setattr(settings, name, value)
    return Client(headers={"X-Forwarded-Proto": "https"})


@pytest.mark.django_db
def test_cookies_are_bound_to_this_host_and_to_https(https):
    https.get("/account/login/")
    https.post("/start/", {"stage": "accepted"})

    assert set(https.cookies) == {"__Host-session", "__Host-csrf"}
    for cookie in https.cookies.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]


@pytest.mark.django_db
def test_plain_http_leads_to_https_and_stays_there(https):
    assert Client().get("/").url == "https://testserver/"
    header = https.get("/").headers["Strict-Transport-Security"]
    assert "max-age=31536000" in header
    assert "includeSubDomains" in header


@pytest.mark.django_db
def test_signing_in_changes_the_key_of_the_session():
    case = anas_case()
    EmailAddress.objects.create(user=case.owner, email=case.owner.email, verified=True)
    browser = Client()
    browser.post("/start/", {"stage": "accepted"})
    before = browser.cookies["sessionid"].value
    browser.post("/account/login/", {"login": case.owner.email, "password": PASSWORD})

    after = browser.cookies["sessionid"].value
    old = Client()
    old.cookies["sessionid"] = before
    assert after != before
    assert browser.get(f"/c/{case.code}/").status_code == 200
    assert old.get(f"/c/{case.code}/").status_code == 302


@pytest.mark.django_db
def test_nothing_is_left_to_open_after_signing_out():
    case = anas_case()
    browser = Client()
    browser.force_login(case.owner)
    old = Client()
    old.cookies["sessionid"] = browser.cookies["sessionid"].value
    answer = browser.post("/account/logout/")

    assert "cache" in answer.headers["Clear-Site-Data"]
    assert old.get(f"/c/{case.code}/").status_code == 302
