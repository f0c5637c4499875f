"""One trusted person reads along: only what is open, seen by the owner, ended at once."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from coaching.journey import parts
from coaching.journey.steps import AFTER, CLOSE
from coaching.models import HelperComment, HelperLink, HelperPart, HelperView, Letterhead, Told
from coaching.views.answers import PRIVATE, pages_with_questions
from offers.models import Case
from tests.canary import a_word_in_every_text, met_in
from tests.coaching.ana import Ana, bo_finds_nothing, wrong_methods_are_refused
from tests.factories import accepted_offer, finish
from tests.rows import all_rows
from tests.whole_case import ANAS_WORD, MONDAY, When, anas_case

pytestmark = [pytest.mark.django_db, pytest.mark.mission("S0-24")]

# Whoever reads about the jobs reads what they are called: these stand in the questions themselves.
NAMES = {"offers.Offer.employer", "offers.Contact.name", "coaching.Bridge.name"}
NAMES |= {"coaching.MustHave.words", "coaching.OwnOption.words"}
# The person’s own name and address stand on both kinds of letters.
LETTERHEAD = {f"coaching.Letterhead.{field.name}" for field in Letterhead._meta.fields}


@pytest.fixture
def ana(client):
    ana = Ana(client)
    accepted_offer(ana.case)
    finish(ana.case, "basics-1")
    ana.saves("diary", keep="2", leave="4", line="I slept badly.")
    return ana


def opens(ana: Ana, *chosen: str, version: int = 0, may: str = "comment", private=(), **more):
    return ana.saves("helper", version=version, may=may, parts=chosen, private=private, **more)


def link_of(ana: Ana) -> HelperLink:
    return HelperLink.objects.get(case=ana.case, ended_at=None)


def at(link: HelperLink, part: str = "") -> str:
    return f"/h/{link.token}/{part}/" if part else f"/h/{link.token}/"


# What is open


def test_the_link_shows_the_parts_that_are_open_and_no_others(ana):
    opens(ana, "offers")
    link, mo = link_of(ana), Client()
    index, page = mo.get(at(link)), mo.get(at(link, "offers"))

    assert re.findall(r"/h/[^/]+/([^/]+)/", index.text) == ["offers"]
    assert "Bluebird Analytics" in page.text
    for name in set(parts.BY_NAME) - {"offers"}:
        assert mo.get(at(link, name)).status_code == 404, name


def test_nothing_is_open_unless_it_is_ticked(ana):
    page = ana.reads("helper")
    assert "checked" not in page.partition("<form")[2]
    again = opens(ana)
    assert again.status_code == 200
    assert "Choose at least one part to open" in again.text
    assert not HelperLink.objects.exists()


def test_the_diary_is_open_only_with_a_tick_of_its_own(ana):
    opens(ana, *(part.name for part in parts.SHAREABLE if part.step.slug in ("pause", "offers")))
    link, mo = link_of(ana), Client()
    assert mo.get(at(link, "diary-private")).status_code == 404

    opens(ana, "offers", version=1, private=["diary-private"])
    assert "I slept badly." in mo.get(at(link, "diary-private")).text


def test_the_diary_is_read_in_the_words_it_was_written_in(ana):
    opens(ana, "offers", private=["diary-private"])
    page = Client().get(at(link_of(ana), "diary-private")).text
    assert "Tense" in page
    assert "of 5" not in page


@time_machine.travel(MONDAY, tick=False)
def test_the_helper_sees_who_does_not_know_yet():
    case = anas_case(When.TOLD)
    Told.objects.all().delete()
    link = case.helper_links.get()
    link.parts.all().delete()
    HelperPart.objects.create(link=link, part="tell")
    assert "Does not know yet" in Client().get(at(link, "tell")).text


def test_a_private_part_can_not_be_passed_off_as_another(ana):
    assert opens(ana, "diary-private").status_code == 200
    assert opens(ana, "offers", private=["no-such-part"]).status_code == 200
    assert not HelperLink.objects.exists()


def test_each_page_of_the_journey_is_in_one_part():
    """A new page is in the part of its step; a step that is in none fails here."""
    found = {(view.step, view.privacy == PRIVATE) for view, _ in pages_with_questions()}
    known = {(part.step, part.is_private) for part in parts.BY_NAME.values()}
    assert {step.slug for step, _ in found - known} <= {AFTER.slug, CLOSE.slug}


@time_machine.travel(MONDAY, tick=False)
def test_no_word_of_an_unopened_part_is_ever_shown():
    """A word of its own in every text of the case; each part alone shows its own words only."""
    case = anas_case(When.TOLD)
    words = a_word_in_every_text()
    link, mo = case.helper_links.get(), Client()
    # The words of the helper itself are for no part, and its token is in every address.
    HelperComment.objects.all().delete()
    HelperLink.objects.update(token="a-secret-of-ana")
    link.refresh_from_db()
    seen: dict[str, set[str]] = {}
    for name in parts.BY_NAME:
        link.parts.all().delete()
        HelperPart.objects.create(link=link, part=name)
        page = mo.get(at(link, name))
        assert page.status_code == 200, name
        seen[name] = met_in(page.text, words)

    private = {name for part, found in seen.items() if part.endswith("-private") for name in found}
    shared = {
        name for part, found in seen.items() if not part.endswith("-private") for name in found
    }
    assert len(private) > 30
    assert len(shared) > 30
    assert private & shared <= NAMES
    for name, found in seen.items():
        others = set().union(*(more for part, more in seen.items() if part != name))
        on_letters = LETTERHEAD if name in ("letters", "tell") else set()
        assert found & others <= NAMES | on_letters, name


def is_private(part: str) -> bool:
    return parts.BY_NAME[part].is_private


@time_machine.travel(MONDAY, tick=False)
@pytest.mark.parametrize("when", [When.WAITING, When.DECIDING])
def test_before_a_decision_a_helper_reads_no_word_of_going(when):
    case, mo = anas_case(when), Client()
    link = case.helper_links.get()
    HelperPart.objects.filter(link=link).delete()
    HelperPart.objects.bulk_create(HelperPart(link=link, part=name) for name in parts.BY_NAME)
    for name in parts.BY_NAME:
        text = mo.get(at(link, name)).text
        assert "withdraw" not in text.lower(), name
        if when is When.WAITING:
            assert f"{ANAS_WORD} calls." not in text, "the seal"


# What the owner sees


def test_the_owner_sees_what_was_opened_and_when(ana):
    opens(ana, "offers")
    link = link_of(ana)
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        Client().get(at(link))
        Client().get(at(link, "offers"))
        Client().get(at(link, "offers"))

    assert [view.part for view in HelperView.objects.all()] == ["offers", ""]
    page = ana.reads("helper").partition("What was opened")[2]
    assert page.count("The offers, their pay and their people <span") == 1
    assert "The list of what is open" in page


def test_each_link_has_its_own_list_of_what_was_opened(ana):
    opens(ana, "offers", name="Sam")
    Client().get(at(link_of(ana), "offers"))
    ana.client.post(ana.url("helper-end"))
    opens(ana, "situation", version=2, name="Sam")
    now, _, before = (
        ana.reads("helper")
        .partition("What was opened")[2]
        .partition("By the link for Sam that has ended")
    )
    assert "Nothing so far." in now
    assert "The offers" not in now
    assert "The offers, their pay and their people" in before


def test_many_looks_at_one_page_hide_no_other(ana):
    opens(ana, "offers")
    seen = {"link": link_of(ana), "at": timezone.now()}
    HelperView.objects.create(part="offers", **seen)
    HelperView.objects.bulk_create([HelperView(**seen) for _ in range(120)])
    page = ana.reads("helper").partition("What was opened")[2]
    assert "The offers, their pay and their people" in page
    assert "120 times that day, first at" in page


def test_who_only_asks_for_the_headers_is_not_counted(ana):
    opens(ana, "offers")
    assert Client().head(at(link_of(ana), "offers")).status_code == 200
    assert not HelperView.objects.exists()


def test_a_link_that_has_got_about_ends_itself(ana, monkeypatch):
    monkeypatch.setattr("coaching.views.helper.MOST_VIEWS", 1)
    opens(ana, "offers")
    link = link_of(ana)
    assert Client().get(at(link)).status_code == 200
    assert Client().get(at(link, "offers")).status_code == 404
    assert Client().get(at(link)).status_code == 404
    assert "The link for" not in ana.reads("helper")


# What the helper says


def comment(mo: Client, url: str, words: str):
    token = re.search(r'name="token" value="([^"]+)"', mo.get(url).text)[1]
    return mo.post(url, {"words": words, "token": token}), token


def test_a_comment_reaches_the_owner_and_nobody_else(ana):
    opens(ana, "offers", "situation", name="Aunt Mo")
    link, mo = link_of(ana), Client()
    answer, token = comment(mo, at(link, "offers"), "Ask about <b>travel</b>.")
    again = mo.post(at(link, "offers"), {"words": "Ask about <b>travel</b>.", "token": token})

    assert answer.status_code == again.status_code == 302
    assert HelperComment.objects.count() == 1
    assert "Ask about &lt;b&gt;travel&lt;/b&gt;." in ana.reads("helper")
    assert "Aunt Mo" in ana.reads("helper")
    assert "travel" not in mo.get(at(link, "situation")).text
    assert "sessionid" not in mo.cookies


def test_the_back_button_sends_the_same_comment_no_second_time(ana):
    opens(ana, "offers", "situation")
    link, mo = link_of(ana), Client()
    for part in ("offers", "offers", "situation"):
        comment(mo, at(link, part), "Ask about travel.")
    assert [one.part for one in HelperComment.objects.all()] == ["situation", "offers"]


@pytest.mark.parametrize("words", ["", " ", "x" * 1001])
def test_an_empty_or_endless_comment_is_not_kept(ana, words):
    opens(ana, "offers")
    page, _ = comment(Client(), at(link_of(ana), "offers"), words)
    assert page.status_code == 200
    assert "Error: " in page.text
    assert not HelperComment.objects.exists()


def test_the_part_around_a_refused_comment_was_seen_and_the_owner_knows(ana):
    opens(ana, "offers")
    page = Client().post(at(link_of(ana), "offers"), {"words": ""})
    assert "Bluebird Analytics" in page.text
    assert HelperView.objects.get().part == "offers"


def test_there_is_an_end_to_comments(ana, monkeypatch):
    monkeypatch.setattr("coaching.views.helper.MOST_COMMENTS", 1)
    opens(ana, "offers")
    link, mo = link_of(ana), Client()
    comment(mo, at(link, "offers"), "One.")
    page, _ = comment(mo, at(link, "offers"), "Two.")
    assert "Talk to them instead" in page.text
    assert "Two." in page.text
    assert HelperComment.objects.count() == 1


def test_who_may_only_read_has_no_form_and_can_send_nothing(ana):
    opens(ana, "offers", may="read")
    link, mo = link_of(ana), Client()
    assert "<form" not in mo.get(at(link, "offers")).text.partition("<main")[2]
    answer = mo.post(at(link, "offers"), {"words": "Hm.", "token": str(HelperComment().token)})
    assert answer.status_code == 404
    assert not HelperComment.objects.exists()


# How it ends


def test_ended_means_ended(ana):
    opens(ana, "offers")
    link, mo = link_of(ana), Client()
    assert mo.get(at(link)).status_code == 200
    ana.client.post(ana.url("helper-end"))

    nothing = mo.get("/h/a-good-guess/")
    for url in (at(link), at(link, "offers")):
        assert mo.get(url).status_code == mo.post(url).status_code == 404
        assert mo.get(url).content == nothing.content
    assert ana.client.post(ana.url("helper-end")).status_code == 302
    assert "The list of what is open" in ana.reads("helper"), "what was read stays to be seen"


def test_what_is_sent_after_the_end_is_handed_back(ana):
    opens(ana, "offers")
    link, mo = link_of(ana), Client()
    ana.client.post(ana.url("helper-end"))
    answer = mo.post(at(link, "offers"), {"words": "Ask about <b>travel</b>."})
    assert answer.status_code == 404
    assert "Or the link that led here was ended." in answer.text
    assert "Ask about &lt;b&gt;travel&lt;/b&gt;." in answer.text
    assert not HelperComment.objects.exists()


def test_one_at_a_time_and_a_new_one_has_another_secret(ana):
    opens(ana, "offers")
    first = link_of(ana)
    opens(ana, "offers")
    assert link_of(ana) == first, "a second click makes no second link"

    ana.client.post(ana.url("helper-end"))
    opens(ana, "situation", version=2)  # as the page says now: an old tab opens nothing again
    second = link_of(ana)
    assert second.token != first.token
    assert Client().get(at(first)).status_code == 404
    assert Client().get(at(second, "situation")).status_code == 200


def test_it_ends_by_itself_after_thirty_days(ana):
    opens(ana, "offers")
    link, now = link_of(ana), timezone.now()
    with time_machine.travel(now + timedelta(days=29, hours=23), tick=False):
        assert Client().get(at(link)).status_code == 200
    with time_machine.travel(now + timedelta(days=30, minutes=1), tick=False):
        assert Client().get(at(link)).status_code == 404


def test_after_it_ended_by_itself_another_can_be_made(ana):
    opens(ana, "offers")
    past = timezone.now() - timedelta(days=1)
    HelperLink.objects.update(made_at=past - timedelta(days=30), ends_at=past)
    opens(ana, "situation", version=1)
    assert HelperLink.objects.count() == 2
    assert Client().get(at(link_of(ana), "situation")).status_code == 200


def test_closing_a_part_closes_it_at_once(ana):
    opens(ana, "offers", "situation")
    link, mo = link_of(ana), Client()
    assert mo.get(at(link, "situation")).status_code == 200
    opens(ana, "offers", version=1)
    assert mo.get(at(link, "situation")).status_code == 404
    assert mo.get(at(link, "offers")).status_code == 200


def test_a_closed_case_can_still_end_it(ana):
    opens(ana, "offers")
    Case.objects.update(closed_as="withdrawn", closed_at=timezone.now())
    ana.client.post(ana.url("helper-end"))
    assert not HelperLink.objects.filter(ended_at=None).exists()


def test_it_goes_with_the_case(ana):
    opens(ana, "offers")
    link = link_of(ana)
    ana.case.delete()
    assert Client().get(at(link)).status_code == 404


# On the wire


def test_robots_stay_out_and_nothing_is_stored_or_told(ana):
    opens(ana, "offers")
    for url in (at(link_of(ana)), at(link_of(ana), "offers")):
        answer = Client().get(url)
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer["Cache-Control"]
        # To other sites nothing is told; "no-referrer" would make browsers send no Origin with a
        # comment, which is how we know that it comes from our own page.
        assert answer["Referrer-Policy"] == "same-origin"
        assert not re.search(r'href="https?:', answer.text)


def test_a_helper_changes_nothing(ana):
    opens(ana, "offers")
    link, mo = link_of(ana), Client()
    mo.get(at(link, "offers"))
    before = all_rows()
    for method in ("put", "patch", "delete"):
        assert getattr(mo, method)(at(link, "offers")).status_code == 405
    assert mo.post(at(link)).status_code == 405
    assert mo.get(ana.url("hub")).status_code == 302
    assert all_rows() == before


def test_only_ana_opens_and_ends_it(ana):
    opens(ana, "offers")
    assert bo_finds_nothing(ana, "helper")
    assert wrong_methods_are_refused(ana, "helper")
    assert wrong_methods_are_refused(ana, "helper-end")
    assert ana.opens("helper-end").status_code == 405
    bo = Client()
    bo.post("/start/", {"stage": "accepted"})
    assert bo.post(ana.url("helper-end")).status_code == 404
    assert link_of(ana)


# On each page: who can see it


def mark_on(ana: Ana, name: str, *args) -> str:
    """The words of the mark at the top of a page."""
    return re.search(r'<span class="tag[^"]*"><svg.*?</svg>([^<]*(?:see|always)[^<]*)</span>',
                     ana.reads(name, *args))[1]  # fmt: skip


def test_each_page_says_that_the_helper_reads_it(ana):
    assert mark_on(ana, "offers") == "Only you can see this"
    opens(ana, "offers", "tell", private=["diary-private"], name="Mo")
    assert mark_on(ana, "offers") == mark_on(ana, "pay", 1) == "Mo can see this"
    assert mark_on(ana, "diary") == "Mo can see this"
    assert "no one else" not in ana.reads("diary")
    assert mark_on(ana, "options") == "Only you can see this"
    assert mark_on(ana, "why") == "Only you, always"
    for name in ("hub", "helper", "share"):
        assert mark_on(ana, name) == "Mo can see parts of your case"


def test_on_paper_each_chapter_says_who_reads_it(ana):
    assert "Only you, always</span>" in ana.reads("print")
    opens(ana, "offers", private=["diary-private"], name="Mo")
    text = ana.reads("print")
    assert "Mo can see this</span>" in text.partition("I slept badly")[0].rpartition("<section")[2]


def test_once_the_link_is_off_the_marks_are_as_before(ana):
    opens(ana, "offers", private=["diary-private"])
    assert mark_on(ana, "offers") == "Your helper can see this"
    ana.client.post(ana.url("helper-end"))
    assert mark_on(ana, "offers") == mark_on(ana, "hub") == "Only you can see this"
    assert mark_on(ana, "diary") == "Only you, always"


def test_a_link_that_has_run_out_opens_no_mark(ana):
    opens(ana, "offers")
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        ana.client.force_login(ana.case.owner)
        assert mark_on(ana, "offers") == "Only you can see this"


# What they wrote is not missed


def writes(ana: Ana, *parts: str) -> None:
    link = link_of(ana)
    for part in parts:
        HelperComment.objects.create(link=link, part=part, words="Sleep on it", at=timezone.now())


def test_new_comments_are_seen_on_the_hub_and_at_their_step(ana):
    opens(ana, "offers", "options", private=["diary-private"], name="Mo")
    assert "wrote you" not in ana.reads("hub")
    writes(ana, "offers", "diary-private", "diary-private")

    assert "Mo wrote you 3 comments<" in ana.reads("hub")
    assert "Mo wrote you a comment about this step" in ana.reads("offers")
    assert "Mo wrote you a comment about this step" in ana.reads("pay", 1)
    assert "Mo wrote you 2 comments about this step" in ana.reads("diary")
    assert "wrote you" not in ana.reads("options")


def test_comments_that_were_read_are_new_no_more(ana):
    opens(ana, "offers")
    writes(ana, "offers")
    first = HelperComment.objects.get()
    assert "I have read these" in ana.reads("helper")
    writes(ana, "offers")  # while she reads
    for _ in range(2):
        answer = ana.client.post(ana.url("helper-read"), {"up_to": str(first.pk)})
        assert answer.url == ana.url("helper")
    first.refresh_from_db()
    assert first.read_at
    assert "wrote you a comment<" in ana.reads("hub")

    newest = HelperComment.objects.latest("pk").pk
    ana.client.post(ana.url("helper-read"), {"up_to": str(newest)})
    assert "wrote you" not in ana.reads("hub")
    assert "I have read these" not in ana.reads("helper")
    assert ana.client.post(ana.url("helper-read"), {"up_to": "x"}).status_code == 302
    assert bo_finds_nothing(ana, "helper-read")


def test_what_was_written_is_there_to_read_after_the_end(ana):
    opens(ana, "offers")
    writes(ana, "offers")
    ana.client.post(ana.url("helper-end"))
    assert "Your helper wrote you a comment" in ana.reads("hub")
