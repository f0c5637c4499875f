"""Fay sends the list of students: she looks at it first, and it comes whole or not at all."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone

from centres import rosters
from centres.joining import offered
from centres.models import Centre, ListState, Membership, Roster, Student
from centres.student_file import MOST_BYTES
from tests.desk import browser_of
from tests.factories import account, adviser, centre, lead, person

pytestmark = pytest.mark.django_db
PAGE = "/staff/roster/"
LIST = "E-mail,Name,Program,Year\nana@example.org,Ana Silva,Statistics,2027\nbo@example.org,Bo,,\n"


@pytest.fixture
def lakeside() -> Centre:
    return centre()


@pytest.fixture
def fay(lakeside) -> Membership:
    return lead(lakeside, "fay")


@pytest.fixture
def desk(fay) -> Client:
    return browser_of(fay.user)


def words(answer) -> str:
    return answer.content.decode()


def send(desk: Client, text: str | bytes, **more):
    data = text if isinstance(text, bytes) else text.encode()
    file = BytesIO(data)
    file.name = "students.csv"
    return desk.post(PAGE, {"file": file}, **more)


def take_over(desk: Client, text: str, missing: str = "keep") -> None:
    check = send(desk, text).url
    assert desk.post(check, {"missing": missing}).url == PAGE
    rosters.import_due()


def listed(of: Centre) -> dict[str, bool]:
    """Who is on the list, and whether they are marked as gone."""
    rows = Student.objects.filter(roster__centre=of, roster__state=ListState.CURRENT)
    return dict(rows.values_list("email", "is_gone"))


def test_fay_sees_what_the_file_says_before_anything_changes(lakeside, desk):
    page = send(desk, LIST, follow=True)

    assert "Nothing has changed yet." in words(page)
    assert "Ana Silva" in words(page)
    assert not Student.objects.exists()
    assert offered(account("ana")) == {}


def test_she_takes_it_over_and_ana_may_join_by_it(lakeside, desk):
    take_over(desk, LIST)

    assert listed(lakeside) == {"ana@example.org": False, "bo@example.org": False}
    row = Student.objects.get(email="ana@example.org")
    assert (row.name, row.programme, row.year) == ("Ana Silva", "Statistics", "2027")
    assert list(offered(account("ana"))) == [lakeside]
    page = words(desk.get(PAGE))
    assert "2 new, 0 changed, 0 not in the file" in page
    # Nothing of the file is kept beside the list itself.
    assert Roster.objects.get().rows == []


def test_what_is_wrong_is_shown_by_row_and_column_and_nothing_is_taken_over(desk):
    page = words(send(desk, LIST + "cleo at example.org,Cleo,,\n"))

    assert "Nothing was taken over" in page
    assert "Row 4" in page
    assert "“cleo at example.org” is no e-mail address like" in page
    assert not Roster.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"", "The file is empty"),
        (b"name\nAna\n", "Row 1 has to name the columns"),
        (b"email\n" + b"x" * MOST_BYTES, "The file must be 10 MB or smaller"),
    ],
    ids=["empty", "no address", "too large"],
)
def test_a_file_that_is_no_list_is_refused_beside_its_field(desk, sent, said):
    page = send(desk, sent)
    assert page.status_code == 200
    assert said in words(page)
    assert not Roster.objects.exists()


def test_no_file_at_all(desk):
    assert "Choose a file" in words(desk.post(PAGE, {}))


def test_it_is_safe_to_repeat(lakeside, desk):
    for _ in range(2):
        take_over(desk, LIST)
    assert listed(lakeside) == {"ana@example.org": False, "bo@example.org": False}
    assert "0 new, 0 changed, 0 not in the file" in words(desk.get(PAGE))


@pytest.mark.parametrize(("missing", "is_gone"), [("keep", False), ("mark", True)])
def test_who_is_not_in_the_new_file_is_kept_or_marked_as_chosen(lakeside, desk, missing, is_gone):
    take_over(desk, LIST)
    take_over(desk, "email,name\nana@example.org,Ana S.\ncleo@example.org,Cleo\n", missing)

    assert listed(lakeside) == {
        "ana@example.org": False,
        "cleo@example.org": False,
        "bo@example.org": is_gone,
    }
    assert Student.objects.get(email="ana@example.org").name == "Ana S."
    assert "1 new, 1 changed, 1 not in the file" in words(desk.get(PAGE))
    # Back in the next file, back on the list.
    take_over(desk, LIST, missing)
    assert listed(lakeside)["bo@example.org"] is False


def test_she_has_to_say_what_becomes_of_them(desk):
    check = send(desk, LIST).url
    assert "Choose what becomes of them" in words(desk.post(check, {}))
    assert Roster.objects.get().state == ListState.CHECKED


def test_a_second_click_is_harmless(desk):
    check = send(desk, LIST).url
    for _ in range(2):
        assert desk.post(check, {"missing": "keep"}).url == PAGE
    assert Roster.objects.count() == 1
    assert rosters.import_due() == 1
    assert desk.get(check).url == PAGE


def test_how_far_it_is_can_be_seen(lakeside, desk, monkeypatch):
    monkeypatch.setattr(rosters, "BATCH", 1)
    seen = []
    note = rosters._note_progress

    def look(*args):
        noted = note(*args)
        seen.append(words(desk.get(PAGE)))
        return noted

    monkeypatch.setattr(rosters, "_note_progress", look)
    take_over(desk, LIST)
    assert "1 of 2 rows" in seen[0]
    assert "2 of 2 rows" in seen[1]
    assert "rows</label>" not in words(desk.get(PAGE))


def test_a_worker_that_dies_leaves_the_list_of_before_and_the_next_one_finishes(
    lakeside, desk, monkeypatch
):
    take_over(desk, "email\nold@example.org\n")
    monkeypatch.setattr(rosters, "BATCH", 1)
    note = rosters._note_progress
    monkeypatch.setattr(rosters, "_note_progress", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_over(desk, LIST, "mark")
    assert listed(lakeside) == {"old@example.org": False}

    monkeypatch.setattr(rosters, "_note_progress", note)
    assert rosters.import_due() == 0  # it may still be at work
    Roster.objects.filter(state=ListState.WAITING).update(claimed_until=timezone.now())
    assert rosters.import_due() == 1
    assert listed(lakeside) == {
        "ana@example.org": False,
        "bo@example.org": False,
        "old@example.org": True,
    }


def test_one_list_at_a_time(desk):
    check = send(desk, LIST).url
    desk.post(check, {"missing": "keep"})
    another = send(desk, LIST).url
    page = words(desk.post(another, {"missing": "keep"}, follow=True))
    assert "Another list is being taken over" in page


def test_what_nobody_takes_over_is_forgotten_after_a_day(desk):
    send(desk, LIST)
    rosters.forget_old(timezone.now() + timedelta(hours=25))
    assert not Roster.objects.exists()


def test_advisers_strangers_and_other_schools_find_nothing(lakeside, fay, desk):
    check = send(desk, LIST).url
    for user in (adviser(lakeside).user, person("bo")):
        other = browser_of(user)
        assert other.get(PAGE).status_code == 404
        assert send(other, LIST).status_code == 404
        assert other.get(check).status_code == other.post(check).status_code == 404
    dev = browser_of(lead(centre("hilltop")).user)
    assert dev.get(check).status_code == dev.post(check, {"missing": "keep"}).status_code == 404
    assert Roster.objects.get().state == ListState.CHECKED


def test_another_site_cannot_send_a_list(fay):
    desk = Client(enforce_csrf_checks=True)
    desk.force_login(fay.user)
    assert send(desk, LIST, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert not Roster.objects.exists()
    # With our own token it goes through.
    page = desk.get(PAGE)
    file = BytesIO(LIST.encode())
    token = page.context["csrf_token"]
    assert desk.post(PAGE, {"file": file, "csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize("path", ["/staff/team/", "/start/", "/school/"])
def test_no_other_page_takes_a_file(desk, path):
    file = BytesIO(b"words")
    file.name = "words.txt"
    assert desk.post(path, {"file": file}).status_code == 400


def test_two_files_are_one_too_many(desk):
    one, two = BytesIO(b"email\n"), BytesIO(b"email\n")
    one.name = two.name = "a.csv"
    assert desk.post(PAGE, {"file": one, "other": two}).status_code == 400


# The join code


def test_fay_finds_the_join_code_and_makes_a_new_one_once(desk, lakeside):
    before = lakeside.join_code
    assert f"<code>{before}</code>" in words(desk.get(PAGE))
    asked = words(desk.get(f"{PAGE}code/"))
    assert f"“{before}” opens nothing then, wherever it is printed." in asked
    lakeside.refresh_from_db()
    assert lakeside.join_code == before
    for _ in range(2):
        answer = desk.post(f"{PAGE}code/", {"now": before}, follow=True)
    lakeside.refresh_from_db()
    assert lakeside.join_code not in ("", before)
    assert f"<code>{lakeside.join_code}</code>" in words(answer)
    assert before not in words(answer)


def test_the_join_code_is_for_leads_of_this_school(lakeside):
    before = lakeside.join_code
    dev = lead(centre("hilltop"))
    browser_of(dev.user).post(f"{PAGE}code/", {"now": before})
    browser = browser_of(adviser(lakeside).user)
    assert browser.post(f"{PAGE}code/", {"now": before}).status_code == 404
    lakeside.refresh_from_db()
    assert lakeside.join_code == before
    assert browser_of(dev.user).delete(f"{PAGE}code/").status_code == 405
