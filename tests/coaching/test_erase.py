"""Everything of mine gone, at once: no row, no session, no mail, and no byte on the disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from centres.models import Membership
from coaching.mine.erase import erase
from post.models import Mail
from post.write import write
from tests.factories import centre, lead, person
from tests.rows import row_counts
from tests.whole_case import ANAS_WORD, BOS_WORD, anas_case, whole_case

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def browser_of(user: User) -> Client:
    """They sign in by codes, so that no password is asked for again."""
    if user.has_usable_password():
        user.set_unusable_password()
        user.save()
    browser = Client()
    browser.force_login(user)
    return browser


def mail(to: str, key: str) -> None:
    now = timezone.now()
    write(key=key, to=to, subject="S", body=f"For {ANAS_WORD}", due_at=now, useless_at=now + WEEK)


def test_the_word_is_typed_and_all_is_gone():
    case = anas_case()
    browser = browser_of(case.owner)
    answer = browser.post("/account/delete/", {"word": " Delete "})

    assert answer.url == "/deleted/?all=1"
    assert set(row_counts().values()) == {0}
    assert "each case, and the account if you had one" in browser.get(answer.url).text
    assert browser.get(f"/c/{case.code}/").status_code == 302


@pytest.mark.parametrize("word", ["", "yes", "delet", "x" * 21])
def test_another_word_erases_nothing(word):
    case = anas_case()
    before = row_counts()
    page = browser_of(case.owner).post("/account/delete/", {"word": word})

    assert page.status_code == 200
    assert "Error: " in page.content.decode()
    assert row_counts() == before


def test_bo_keeps_what_is_his():
    ana, bo = anas_case().owner, person("bo")
    whole_case(bo, BOS_WORD)
    his = browser_of(bo)
    mail(bo.email, "once:bo")
    before = {label: count // 2 for label, count in row_counts().items()}
    erase(ana)

    assert row_counts() == before
    assert Mail.objects.get().to == bo.email
    assert his.get("/account/").status_code == 200


def test_every_browser_of_hers_is_signed_out():
    ana = anas_case().owner
    one, other = browser_of(ana), browser_of(ana)
    one.post("/account/delete/", {"word": "delete"})

    assert other.get("/cases/").status_code == 302
    assert Session.objects.count() == 0


def test_her_mail_goes_wherever_it_was_sent():
    case = anas_case()
    EmailAddress.objects.create(user=case.owner, email="new@example.org")
    mail("ana@example.org", "once:1")
    mail("new@example.org", "once:2")
    mail("older@example.org", f"reminder:{case.reminders.pk}:day-before:1")
    erase(case.owner)

    assert not Mail.objects.exists()


def test_limits_that_name_her_go():
    ana = anas_case().owner
    cache.set(f"allauth:rl:allauth.account:change_password:5/m/user:user:{ana.pk}", [1])
    cache.set(f"allauth:rl:allauth.account:change_password:5/m/user:user:{ana.pk}7", [1])
    erase(ana)

    assert cache.get(f"allauth:rl:allauth.account:change_password:5/m/user:user:{ana.pk}") is None
    assert cache.get(f"allauth:rl:allauth.account:change_password:5/m/user:user:{ana.pk}7") == [1]


def test_a_guest_is_erased_as_well():
    browser = Client()
    browser.post("/start/", {"stage": "accepted"})
    assert "This browser then holds no word of yours" in browser.get("/account/delete/").text
    browser.post("/account/delete/", {"word": "delete"})

    assert set(row_counts().values()) == {0}
    assert Session.objects.count() == 0


def test_a_second_click_is_harmless():
    ana = anas_case().owner
    browser = browser_of(ana)
    twin = browser_of(ana)
    browser.post("/account/delete/", {"word": "delete"})

    assert twin.post("/account/delete/", {"word": "delete"}).status_code == 403
    erase(ana)
    assert set(row_counts().values()) == {0}


def test_a_password_is_asked_for_again():
    browser = Client()
    case = anas_case()
    browser.force_login(case.owner)
    answer = browser.post("/account/delete/", {"word": "delete"})

    assert answer.url.startswith("/account/reauthenticate/")
    assert "We ask before everything of yours is deleted" in browser.get(answer.url).text
    assert User.objects.filter(pk=case.owner.pk).exists()


def test_wrong_methods_and_strangers():
    browser = browser_of(anas_case().owner)
    assert browser.put("/account/delete/").status_code == 405
    assert Client().post("/account/delete/", {"word": "delete"}).status_code == 403


def test_the_page_says_what_stays_and_why():
    page = browser_of(anas_case().owner).get("/account/delete/").text
    assert "What stays, and why" in page
    assert "<details" not in page.partition("<main")[2]


def test_who_leads_a_center_alone_is_told_so_and_may_go():
    fay = lead(centre(), "fay")
    browser = browser_of(fay.user)
    assert "Nobody else leads Lakeside Career Center" in browser.get("/account/delete/").text

    hal = lead(fay.centre, "hal")
    assert "Nobody else leads" not in browser.get("/account/delete/").text
    browser.post("/account/delete/", {"word": "delete"})
    fay.refresh_from_db()
    assert (fay.user, fay.ended_at is None) == (None, False)

    erase(hal.user)
    assert not Membership.objects.active().exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the file of SQLite")
@pytest.mark.django_db(transaction=True)
def test_not_a_byte_of_her_is_left_on_the_disk():
    case = anas_case()
    browser = browser_of(case.owner)
    browser.get(f"/c/{case.code}/")
    mail("ana@example.org", "once:1")
    cache.set(f"allauth:rl:x:user:{case.owner.pk}", [ANAS_WORD])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert traces(ANAS_WORD)
    assert traces("ana@example.org")
    browser.post("/account/delete/", {"word": "delete"})

    assert traces(ANAS_WORD) == []
    assert traces("ana@example.org") == []
    assert traces(case.code) == []


def traces(word: str) -> list[str]:
    """The files of the database that hold the word, in any case of its letters."""
    database = Path(str(connection.settings_dict["NAME"]))
    files = [database, *database.parent.glob(f"{database.name}-*")]
    wanted = word.lower().encode()
    return [file.name for file in files if wanted in file.read_bytes().lower()]


# An old tab


TYPED = {"version": "0", "goals": "To work near the sea, <and> to sleep"}


def an_old_tab_is_told(browser: Client, address: str) -> None:
    page = browser.post(address, TYPED)
    assert page.status_code == 410
    assert "That case is erased" in page.text
    assert "nothing of this page was kept" in page.text
    assert "We kept what you typed" not in page.text
    assert "To work near the sea, &lt;and&gt; to sleep" in page.text
    assert not Session.objects.exists() or "held" not in browser.session


def test_an_old_tab_is_told_that_all_was_erased():
    case = anas_case()
    browser = browser_of(case.owner)
    answer = browser.post("/account/delete/", {"word": "delete"})
    cookie = answer.cookies["erased"]
    assert cookie["httponly"]
    assert (cookie["path"], cookie["samesite"], cookie["max-age"]) == ("/c/", "Strict", 86400)
    assert case.code not in cookie.value

    an_old_tab_is_told(browser, f"/c/{case.code}/questions/goals/")
    assert set(row_counts().values()) == {0}


def test_an_old_tab_of_one_deleted_case_is_told_and_the_others_go_on():
    case = anas_case()
    other = whole_case(case.owner, BOS_WORD)
    browser = browser_of(case.owner)
    browser.post(f"/c/{case.code}/close/delete/", {"code": case.code})

    an_old_tab_is_told(browser, f"/c/{case.code}/questions/goals/")
    assert browser.get(f"/c/{case.code}/").status_code == 404
    assert browser.get(f"/c/{other.code}/").status_code == 200


def test_a_wrong_code_erases_and_marks_nothing():
    case = anas_case()
    answer = browser_of(case.owner).post(f"/c/{case.code}/close/delete/", {"code": "no"})
    assert "erased" not in answer.cookies


def test_nobody_else_learns_whether_there_was_a_case():
    case = anas_case()
    browser_of(case.owner).post("/account/delete/", {"word": "delete"})
    for code in (case.code, "2222222222"):
        page = Client().post(f"/c/{code}/questions/goals/", TYPED)
        assert page.status_code == 403
        assert "You were signed out" in page.text


def test_a_made_up_mark_opens_nothing():
    case = anas_case()
    browser = browser_of(case.owner)
    browser.cookies["erased"] = "x" * 4000
    assert browser.post(f"/c/{case.code}/questions/goals/", TYPED).status_code in (200, 302, 409)
