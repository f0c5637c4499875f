"""The queue: who needs the staff first, and what they may know before they open a case."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from coaching.models import NEVER, Decision, DeskStep, Outcome
from offers.models import AcceptedHow, Answer, Situation, Stage
from review.models import FirstReply
from tests.factories import accepted_offer, case_of, person, shared
from tests.statements import statements
from tests.whole_case import HOUR, MONDAY

from .conftest import at_desk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


def somebody(number: int, member, **fields):
    case = case_of(person(f"student{number}"), **fields.pop("case", {}))
    name = fields.pop("name", f"Student {number:03}")
    return shared(case, member, **{"team_may_read": True, "name": name} | fields)


def page(member, address: str = "/staff/", **query) -> str:
    answer = at_desk(member).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def in_order(html: str, *words: str) -> bool:
    places = [html.find(word) for word in words]
    return -1 not in places and places == sorted(places)


def test_soonest_decision_then_longest_wait(cleo):
    wait = {"waits_for_message": True}
    somebody(1, cleo)
    somebody(2, cleo, waiting_since=MONDAY - HOUR, **wait)
    somebody(3, cleo, waiting_since=MONDAY - 2 * HOUR, **wait)
    somebody(4, cleo, decides_at=MONDAY + 30 * HOUR, step=DeskStep.WEIGHING)
    somebody(5, cleo, decides_at=MONDAY + 6 * HOUR, step=DeskStep.WEIGHING)

    html = page(cleo)

    order = [f"Student 00{number}" for number in (5, 4, 3, 2, 1)]
    assert in_order(html, *order)
    assert "Waiting 2 hours" in html
    assert "Today, 4pm" in html
    assert "Tue, Dec 2, 4pm" in html


def test_the_three_numbers(cleo, eli):
    somebody(1, cleo, waiting_since=MONDAY - HOUR, waits_for_letter=True)
    somebody(2, cleo, decides_at=MONDAY + 6 * HOUR, step=DeskStep.WEIGHING)
    somebody(3, cleo, decides_at=MONDAY + 30 * HOUR, step=DeskStep.WEIGHING)
    for number, hours in ((4, 1), (5, 2), (6, 5), (7, 30), (8, 50)):
        FirstReply.objects.create(
            sharing=somebody(number, cleo), centre=cleo.centre,
            asked_at=MONDAY - hours * HOUR, answered_at=MONDAY,
        )  # fmt: skip

    answer = at_desk(eli).get("/staff/")

    assert [answer.context[name] for name in ("waiting", "soon", "typical")] == ["1", "1", "5 h"]


def test_a_count_never_grows_past_a_thousand(cleo):
    from review.queue import capped

    assert [capped(count) for count in (0, 999, 1000, 1001)] == ["0", "999", "1,000+", "1,000+"]


def test_who_waits_is_counted_in_the_menu_of_every_page(cleo, eli, dev):
    def menu(member) -> str:
        page = at_desk(member).get("/staff/policies/").content.decode()
        return page.split("Queue", 1)[1].split("</a>", 1)[0]

    assert menu(eli) == ""
    somebody(1, cleo, waiting_since=MONDAY - HOUR, waits_for_letter=True)
    somebody(2, cleo)
    assert ">1<" in menu(eli)
    for number in range(3, 30):
        somebody(number, cleo, waiting_since=MONDAY - HOUR, waits_for_message=True)
    assert ">25+<" in menu(eli)
    assert menu(dev) == ""


def test_an_empty_queue_says_so(cleo):
    assert "No one is waiting. Good." in page(cleo)


def test_what_is_shared_with_cleo_alone_is_in_her_cases_and_no_queue(cleo, eli):
    somebody(1, cleo, team_may_read=False)
    somebody(2, eli)

    assert "Student 001" not in page(cleo)
    assert "Student 002" in page(cleo)
    mine = page(cleo, "/staff/mine/")
    assert "Student 001" in mine
    assert "Student 002" not in mine
    assert "Student 001" not in page(eli, "/staff/mine/")


def test_no_other_school_and_nothing_that_ended(cleo, dev):
    somebody(1, dev)
    somebody(2, cleo, ended_at=MONDAY)
    for address in ("/staff/", "/staff/mine/"):
        assert "Student 00" not in page(cleo, address)


def test_all_that_is_open_is_shown_and_found(cleo):
    waits = {"waits_for_letter": True, "waits_for_message": True, "waiting_since": MONDAY - HOUR}
    sharing = somebody(1, cleo, **waits)
    for asked in ("letter", "message"):
        html = page(cleo, asked=asked)
        assert "Student 001" in html
        assert "A letter to read, a message" in html
    for asked in ("appointment", "nothing"):
        assert "Student 001" not in page(cleo, asked=asked)
    overview = page(cleo, f"/staff/cases/{sharing.case.code}/")
    assert "They asked for: a letter to read, a message" in overview
    assert "Read and answer" in overview
    assert "Letters to read" in overview


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"step": "telling"}, [4]),
        ({"step": "ready"}, [2]),
        ({"step": "weighing"}, [3]),
        ({"who": "me"}, [1, 2, 3]),
        ({"who": "nobody"}, [5]),
        ({"asked": "letter"}, [1]),
        ({"asked": "nothing", "who": "me"}, [2, 3]),
        ({"q": "student 004"}, [4]),
        ({"q": "STUDENT"}, [1, 2, 3, 4, 5]),
        ({"q": "tudent"}, []),
        ({"q": "blueb"}, [3]),
        ({"q": "student", "step": "telling"}, [4]),
    ],
)
def test_filters_and_search(cleo, eli, query, found):
    somebody(1, cleo, waits_for_letter=True, waiting_since=MONDAY)
    somebody(2, cleo, step=DeskStep.WEIGHING, decides_at=MONDAY - HOUR)
    third = somebody(3, cleo, step=DeskStep.WEIGHING, decides_at=MONDAY + HOUR)
    accepted_offer(third.case)
    somebody(4, eli, step=DeskStep.TELLING)
    somebody(5, eli, adviser=None)

    html = page(cleo, **query)

    assert [number for number in range(1, 6) if f"Student 00{number}" in html] == found


def test_a_case_is_found_by_its_whole_code_alone(cleo):
    code = somebody(1, cleo).case.code
    assert "Student 001" in page(cleo, q=code.upper())
    assert "Student 001" not in page(cleo, q=code[:-1])


def test_a_colleague_of_another_school_is_no_filter(cleo, dev):
    somebody(1, cleo)
    answer = at_desk(cleo).get("/staff/", {"who": dev.pk})
    assert "Choose with" in answer.content.decode()


@pytest.mark.parametrize(
    "after", ["x", "1.2", "1.2.3.4", "9" * 30, "1.2.999999999999999999", "-1.2.3"]
)
def test_a_place_that_nobody_wrote_is_not_found(cleo, after):
    assert at_desk(cleo).get("/staff/", {"after": after}).status_code in (200, 404)


def test_fifty_and_then_more(cleo):
    for number in range(120):
        fields = {"decides_at": MONDAY + HOUR} if number % 3 else {}
        somebody(number, cleo, **fields)
    browser, seen, address = at_desk(cleo), [], "?"
    while address:
        answer = browser.get(f"/staff/{address}")
        seen.append([line.sharing.pk for line in answer.context["lines"]])
        address = answer.context["next_url"]

    assert [len(one) for one in seen] == [50, 50, 20]
    assert len({pk for one in seen for pk in one}) == 120


def test_as_many_statements_for_fifty_as_for_one(cleo):
    browser = at_desk(cleo)
    somebody(0, cleo)
    browser.get("/staff/")
    one, _ = statements(lambda: browser.get("/staff/"))
    for number in range(1, 60):
        sharing = somebody(number, cleo)
        accepted_offer(sharing.case)
        Situation.objects.create(case=sharing.case, visa=Answer.YES)
    fifty, _ = statements(lambda: browser.get("/staff/"))

    assert len(fifty) == len(one) <= 13, fifty


def test_tags_say_basic_facts(cleo):
    sharing = somebody(1, cleo, case={"stage": Stage.STARTED})
    yes = dict.fromkeys(("referred", "visa", "money", "campus"), Answer.YES)
    Situation.objects.create(case=sharing.case, **yes)
    accepted_offer(sharing.case, accepted_how=AcceptedHow.SIGNED)
    seen = page(cleo)
    tags = ("Signed", "Referral", "Visa", "Signing bonus", "Campus interviews", "Already started")
    assert in_order(seen, *(f'tag--line">{tag}<' for tag in tags))


def test_who_keeps_their_name_private_is_a_case(cleo):
    code = somebody(1, cleo, name="", programme="Junior, Economics").case.code
    html = page(cleo)
    assert "Name kept private" in html
    assert f"Case {code}" in html


def test_what_was_decided_says_when_and_no_more(cleo):
    sharing = somebody(1, cleo, step=DeskStep.TELLING, decides_at=NEVER)
    before = timezone.now() - timedelta(days=3)
    Decision.objects.create(case=sharing.case, outcome=Outcome.OUT, decided_at=before)
    html = page(cleo)
    assert "Decided Nov 28" in html
    assert "Telling people" in html
