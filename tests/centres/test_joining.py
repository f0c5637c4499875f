"""Ana says which school is hers. It sees nothing of her for that."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.guests import adopt
from accounts.models import User
from centres.models import Centre, Enrolment, ListState, Roster
from coaching.models import Section, Sharing
from tests.desk import browser_of
from tests.factories import account, adviser, case_of, centre, person, shared

pytestmark = pytest.mark.django_db
SCHOOL = "/school/"


@pytest.fixture
def lakeside() -> Centre:
    return centre(join_code="k7m2pq9x")


def words(answer) -> str:
    return answer.content.decode()


def put_on_the_list(of: Centre, email: str, **fields) -> None:
    roster = Roster.objects.create(
        centre=of, state=ListState.CURRENT, total=1, made_at=timezone.now()
    )
    roster.students.create(email=email, **fields)


@pytest.mark.parametrize("typed", ["k7m2pq9x", " K7M2 PQ9X ", "K7M2-PQ9X"])
def test_ana_types_the_code_off_a_poster(lakeside, typed):
    browser = browser_of(person())

    page = words(browser.post(SCHOOL, {"code": typed}, follow=True))

    assert "You belong to Lakeside Career Center." in page
    assert "It sees nothing of you unless you share it." in page
    assert Enrolment.objects.get().how == "code"
    assert not Sharing.objects.exists()


def test_a_visitor_becomes_a_guest_by_joining_and_not_by_looking(lakeside):
    browser = Client()
    assert "Joining shares nothing" in words(browser.get(SCHOOL))
    browser.post(SCHOOL, {"code": "wrong"})
    assert not User.objects.exists()

    browser.post(SCHOOL, {"code": "k7m2pq9x"})

    assert User.objects.get().is_guest
    assert Enrolment.objects.get().centre == lakeside


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Enter the join code"), ("k7m2pq9", "No school has this one")]
)
def test_a_wrong_code_is_said_beside_the_field(lakeside, typed, said):
    page = words(browser_of(person()).post(SCHOOL, {"code": typed}))
    assert said in page
    assert not Enrolment.objects.exists()


def test_no_code_joins_a_school_that_has_none(lakeside):
    Centre.objects.update(join_code="")
    assert "Check the code" in words(browser_of(person()).post(SCHOOL, {"code": "-"}))


def test_guessing_ends_after_ten_tries_and_the_right_code_does_not_count(lakeside):
    browser = browser_of(person())
    for number in range(10):
        assert browser.post(SCHOOL, {"code": f"guess{number}"}).status_code == 200

    answer = browser.post(SCHOOL, {"code": "k7m2pq9x"})

    assert answer.status_code == 429
    assert "That was tried too often" in words(answer)
    assert not Enrolment.objects.exists()
    # Others behind the same address of the campus go on.
    for name in ("bo", "cleo", "dev"):
        assert browser_of(person(name)).post(SCHOOL, {"code": "k7m2pq9x"}).status_code == 302


def test_a_second_click_is_harmless_and_another_school_has_to_wait(lakeside):
    centre("hilltop", join_code="abcdefgh")
    browser = browser_of(person())
    for _ in range(2):
        browser.post(SCHOOL, {"code": "k7m2pq9x"})

    page = words(browser.post(SCHOOL, {"code": "abcdefgh"}, follow=True))

    assert "You belong to a school already" in page
    assert Enrolment.objects.get().centre == lakeside


def test_a_proved_address_of_the_school_is_offered_it(lakeside):
    lakeside.domains.create(domain="Example.org")
    browser = browser_of(account("ana"))
    assert "Join Lakeside Career Center" in words(browser.get(SCHOOL))

    browser.post("/school/join/lakeside/")

    assert Enrolment.objects.get().how == "domain"


@pytest.mark.parametrize("email", ["ana@example.org.elsewhere.example", "ana@not-example.org"])
def test_an_address_that_only_looks_like_it_is_not(lakeside, email):
    lakeside.domains.create(domain="example.org")
    ana = account("ana")
    ana.emailaddress_set.update(email=email)
    assert browser_of(ana).post("/school/join/lakeside/").status_code == 404


def test_an_unproved_address_is_offered_nothing(lakeside):
    lakeside.domains.create(domain="example.org")
    put_on_the_list(lakeside, "bo@example.org")
    ana = account("ana")
    ana.emailaddress_set.create(email="bo@example.org", verified=False)
    ana.emailaddress_set.filter(primary=True).update(verified=False)
    browser = browser_of(ana)
    assert "Join Lakeside" not in words(browser.get(SCHOOL))
    assert browser.post("/school/join/lakeside/").status_code == 404


def test_who_is_on_the_list_is_offered_the_school_until_marked_as_gone(lakeside):
    put_on_the_list(lakeside, "ana@example.org")
    put_on_the_list(centre("hilltop"), "bo@example.org", is_gone=True)

    browser_of(account("ana")).post("/school/join/lakeside/")

    assert Enrolment.objects.get().how == "roster"
    assert browser_of(account("bo")).post("/school/join/hilltop/").status_code == 404


def test_ana_leaves_and_what_she_shared_ends_at_once(lakeside):
    cleo, ana = adviser(lakeside), person()
    sharing = shared(case_of(ana), cleo, Section.PAY)
    browser = browser_of(ana)
    browser.post(SCHOOL, {"code": "k7m2pq9x"})

    for _ in range(2):
        browser.post("/school/leave/")

    assert not Enrolment.objects.exists()
    assert not Sharing.objects.open_to(cleo).exists()
    assert not sharing.sections.filter(ended_at=None).exists()
    assert "Join with a code" in words(browser.get(SCHOOL))


def test_what_a_guest_joined_goes_along_and_the_accounts_own_school_stays(lakeside):
    ana, guest = person(), User.objects.create_guest()
    Enrolment.objects.create(user=guest, centre=lakeside, how="code")
    adopt(guest, ana)
    assert Enrolment.objects.get().user == ana

    again = User.objects.create_guest()
    Enrolment.objects.create(user=again, centre=centre("hilltop"), how="code")
    adopt(again, ana)
    assert Enrolment.objects.get().centre == lakeside


def test_her_school_stands_on_the_account_page(lakeside):
    browser = browser_of(person())
    assert "Join a school" in words(browser.get("/account/"))
    browser.post(SCHOOL, {"code": "k7m2pq9x"})
    assert "Lakeside Career Center" in words(browser.get("/account/"))
