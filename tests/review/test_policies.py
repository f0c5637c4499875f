"""A lead writes the school’s policy; advisers read it; what is published stays as it is."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from centres.models import Consequence, Policy, PolicyVersion, PublishedStands, in_force_on
from centres.publishing import draft_of, publish, taken_by
from tests.factories import adviser, centre, in_force, lead, person, policy
from tests.page_text import read
from tests.review.as_staff import browser_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def lakeside():
    return centre()


@pytest.fixture
def dev(lakeside):
    return browser_of(lead(lakeside))


def at(version: PolicyVersion, rest: str = "") -> str:
    return f"/staff/policies/{version.policy_id}/{rest}"


ABOUT = {
    "tone": "strict",
    "summary": "Talk to us first.",
    "source": "https://example.edu/policy",
    "checked_on": "2025-11-01",
}
BOARD = {
    "what": "job-board",
    "offer_type": "any",
    "offence": "any",
    "sureness": "may",
    "begins": "at-once",
    "lasts": "up-to",
    "days": "365",
}


def test_without_a_policy_the_page_says_so(dev):
    assert "No policy yet" in words(dev.get("/staff/policies/"))


def test_dev_starts_a_policy_and_it_is_a_draft(dev, lakeside):
    done = dev.post("/staff/policies/new/", {"title": "Backing out"})

    version = PolicyVersion.objects.get()
    assert done.url == at(version, "draft/")
    assert (version.policy.centre, version.number, version.state) == (lakeside, 1, "draft")


def test_two_policies_never_share_a_title(dev, lakeside):
    policy(lakeside, "Backing out")
    page = words(dev.post("/staff/policies/new/", {"title": "backing OUT"}))

    assert "You have a policy with that title" in page
    assert Policy.objects.count() == 1


def test_a_summary_of_one_word_has_one_word(dev, lakeside):
    draft = policy(lakeside, summary="Come.")
    assert "The summary has 1 word." in words(dev.get(at(draft, "draft/")))


def test_the_summary_has_sixty_words_at_most(dev, lakeside):
    draft = policy(lakeside)
    long = " ".join(["word"] * 61)

    page = words(dev.post(at(draft, "draft/words/"), ABOUT | {"summary": long}))
    assert "The summary must be 60 words or fewer. It has 61" in page
    assert long in page

    dev.post(at(draft, "draft/words/"), ABOUT | {"summary": " ".join(["word"] * 60)})
    draft.refresh_from_db()
    assert len(draft.summary.split()) == 60


def test_a_link_is_a_link_and_a_check_is_no_promise(dev, lakeside):
    draft = policy(lakeside)
    tomorrow = timezone.localdate() + timedelta(days=2)
    sent = ABOUT | {"source": "javascript:alert(1)", "checked_on": str(tomorrow)}

    page = words(dev.post(at(draft, "draft/words/"), sent))

    assert "Enter a link like https://example.edu/policy" in page
    assert "The day you checked it must be today or earlier" in page


def test_a_rule_reads_as_a_sentence_before_it_is_saved(dev, lakeside):
    draft = policy(lakeside)

    page = words(dev.post(at(draft, "draft/consequences/add/"), BOARD | with_token(draft, dev)
                          | {"look": "1"}))  # fmt: skip

    assert "You may lose the job board, for up to 1 year." in page
    assert not Consequence.objects.exists()


def with_token(draft, browser, kind: str = "consequences") -> dict:
    page = read(words(browser.get(at(draft, f"draft/{kind}/add/"))))
    return {"token": page.posted["token"][0]}


def test_a_second_click_adds_no_second_rule(dev, lakeside):
    draft = policy(lakeside)
    sent = BOARD | with_token(draft, dev)

    for _ in range(2):
        assert dev.post(at(draft, "draft/consequences/add/"), sent).status_code == 302

    assert Consequence.objects.count() == 1


def test_a_rule_is_changed_and_removed_and_a_second_removal_is_harmless(dev, lakeside):
    draft = policy(lakeside)
    row = draft.consequences.create(what="note")
    address = at(draft, f"draft/consequences/{row.pk}/")

    dev.post(address, BOARD | {"token": row.token, "lasts": "permanent", "days": ""})
    row.refresh_from_db()
    assert (row.what, row.lasts, row.days) == ("job-board", "permanent", None)

    for _ in range(2):
        assert dev.post(f"{address}remove/").status_code == 302
    assert not Consequence.objects.exists()


@pytest.mark.parametrize(
    ("kind", "sent", "error"),
    [
        ("consequences", BOARD | {"days": ""}, "Enter an answer to “How many days?”"),
        ("consequences", BOARD | {"lasts": "until-lifted"}, "Enter who can lift it"),
        ("consequences", BOARD | {"what": "fine"}, "Enter an amount, like 500"),
        ("consequences", BOARD | {"what": "fine", "amount": "0"}, "Enter an amount from 1"),
        ("consequences", BOARD | {"days": "4000"}, "must be 3660 or less"),
        ("consequences", BOARD | {"what": "expelled"}, "Choose an answer to “What follows?”"),
        ("talks", {"role": "", "talks": "1", "lead_days": "0"}, "Enter who they talk to"),
        ("tasks", {"what": "other", "sureness": "will"}, "Enter in your words"),
        ("reasons", {"reason": "other"}, "Enter an answer to “Anything to add?”"),
        ("notices", {"whom": "the employer"}, "Choose an answer to “What allows you to?”"),
        ("floors", {"title": "Fall", "from_day": "2-30", "to_day": "12-31"}, "Enter a day of"),
        (
            "floors",
            {"title": "Fall", "from_day": "Oct 1", "to_day": "12-31", "unit": "days",
             "offer_type": "any", "channel": "any"},
            "Enter a day of the year, or a number of days or weeks",
        ),
    ],
)  # fmt: skip
def test_what_a_rule_needs_is_said_beside_the_question(dev, lakeside, kind, sent, error):
    draft = policy(lakeside)

    page = dev.post(at(draft, f"draft/{kind}/add/"), sent | with_token(draft, dev, kind))

    assert page.status_code == 200
    assert error in words(page)


def test_a_policy_that_helps_has_no_consequences(dev, lakeside):
    draft = policy(lakeside)
    draft.consequences.create(what="note")

    page = words(dev.post(at(draft, "draft/words/"), ABOUT | {"tone": "supportive"}))
    assert "A policy that helps has no consequences" in page

    kind = policy(lakeside, "We help", tone="supportive")
    page = words(dev.post(at(kind, "draft/consequences/add/"), BOARD | with_token(kind, dev)))
    assert "A policy that helps has no consequences" in page
    assert not kind.consequences.exists()


def test_a_draft_is_published_from_a_day_on_once(dev, lakeside):
    draft = policy(lakeside)

    for _ in range(2):
        dev.post(at(draft, "draft/publish/"), {"from_day": "2025-09-01"})

    draft.refresh_from_db()
    assert (draft.state, draft.in_force_from) == ("published", date(2025, 9, 1))
    assert "From Sep 1, 2025" in words(dev.get("/staff/policies/"))


def test_whoever_publishes_sees_what_else_counts_for_the_same_students(dev, lakeside):
    other = in_force(policy(lakeside, "We help", tone="supportive"))
    in_force(policy(lakeside, "Interns", full_time=False, co_op=False))
    in_force(policy(lakeside, "Nurses", programmes="Nursing"))
    ended = in_force(policy(lakeside, "Long ago"))
    PolicyVersion.objects.filter(pk=ended.pk).update(in_force_until=date(2025, 1, 1))
    in_force(policy(centre("hilltop"), "Theirs"))
    draft = policy(lakeside, internship=False, programmes="Business")

    page = words(dev.get(at(draft, "draft/publish/")))
    assert "The same students read this, too" in page
    assert "We help, version 1" in page
    assert at(other, "versions/1/end/") in page
    for title in ("Interns", "Nurses", "Long ago", "Theirs"):
        assert title not in page

    dev.post(at(other, "versions/1/end/"), {"why": "mistake"})
    assert "The same students" not in words(dev.get(at(draft, "draft/publish/")))


def test_an_empty_draft_is_not_published(dev, lakeside):
    draft = policy(lakeside, summary="", source="")

    page = words(dev.post(at(draft, "draft/publish/"), {"from_day": "2025-09-01"}))

    assert "Write the summary for students first." in page
    draft.refresh_from_db()
    assert draft.is_draft


def test_a_change_makes_a_new_version_and_the_old_one_stays_readable(dev, lakeside):
    old = policy(lakeside, summary="The old words.")
    old.tasks.create(what="apology", within_days=7)
    in_force(old, date(2024, 1, 1))

    for _ in range(2):
        dev.post(at(old, "draft/start/"))
    new = old.policy.versions.get(state="draft")
    assert (new.number, new.tasks.get().within_days) == (2, 7)
    dev.post(at(old, "draft/words/"), ABOUT | {"summary": "The new words."})
    dev.post(at(old, "draft/publish/"), {"from_day": str(tomorrow())})

    old.refresh_from_db()
    assert (old.in_force_until, old.summary) == (today(), "The old words.")
    assert "The new words." in words(dev.get(at(old)))
    assert "The old words." in words(dev.get(at(old, "versions/1/")))


def today() -> date:
    return timezone.localdate(timezone=ZoneInfo("America/New_York"))


def tomorrow() -> date:
    return today() + timedelta(days=1)


@pytest.mark.parametrize("state", ["published", "withdrawn"])
@pytest.mark.parametrize("days", [0, 1, 400])
def test_no_version_is_dated_back_over_one_that_students_have_read(dev, lakeside, state, days):
    version = in_force(policy(lakeside), date(2024, 1, 1))
    PolicyVersion.objects.update(state=state)
    new = draft_of(version.policy)
    back = today() - timedelta(days=days)

    page = words(dev.post(at(version, "draft/publish/"), {"from_day": str(back)}))

    assert "Students may have read version 1 for that day, so it stays" in page
    assert not publish(new, back)
    assert in_force_on(PolicyVersion.objects.published(), back) == [version] * (
        state == "published"
    )


def test_past_versions_of_a_new_school_are_entered_newest_first(dev, lakeside):
    """What counts now is entered first, then what stood before it: each keeps to its own days."""
    now = policy(lakeside)
    for begins in ("2025-09-01", "2023-09-01", "2021-09-01"):
        dev.post(at(now, "draft/start/"))
        dev.post(at(now, "draft/publish/"), {"from_day": begins})

    days = now.policy.versions.order_by("number").values_list("in_force_from", "in_force_until")
    assert list(days) == [
        (date(2025, 9, 1), None),
        (date(2023, 9, 1), date(2025, 8, 31)),
        (date(2021, 9, 1), date(2023, 8, 31)),
    ]
    assert "From Sep 1, 2025" in words(dev.get("/staff/policies/"))
    assert "Version 1, in force from September 1, 2025" in words(dev.get(at(now)))


def test_the_next_draft_begins_as_a_copy_of_what_counts_last(lakeside):
    now = policy(lakeside, summary="What counts now.")
    publish(now, date(2025, 9, 1))
    before = draft_of(now.policy)
    PolicyVersion.objects.filter(pk=before.pk).update(summary="What stood before.")
    before.refresh_from_db()
    publish(before, date(2023, 9, 1))

    assert draft_of(now.policy).summary == "What counts now."


def test_a_slip_is_put_right_on_the_day_it_was_made_and_not_later(dev, lakeside):
    """A wrong day, seen at once: withdraw it, and publish it with the right one."""
    slip = policy(lakeside)
    dev.post(at(slip, "draft/publish/"), {"from_day": "2020-09-01"})
    dev.post(at(slip, "versions/1/end/"), {"why": "mistake"})
    new = draft_of(slip.policy)
    assert taken_by(new, date(2024, 9, 1)) is None
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert taken_by(new, date(2024, 9, 1)) == slip

    dev.post(at(slip, "draft/publish/"), {"from_day": "2024-09-01"})
    new.refresh_from_db()
    assert (new.state, new.in_force_from) == ("published", date(2024, 9, 1))


def test_a_version_to_come_that_is_withdrawn_gives_its_days_back(dev, lakeside):
    version = in_force(policy(lakeside), date(2025, 9, 1))
    to_come = draft_of(version.policy)
    publish(to_come, tomorrow())
    version.refresh_from_db()
    assert version.in_force_until == today()

    for _ in range(2):
        dev.post(at(version, "versions/2/end/"), {"why": "mistake"})
        version.refresh_from_db()
        assert version.in_force_until is None


def test_two_versions_never_begin_on_one_day(dev, lakeside):
    version = in_force(policy(lakeside), date(2025, 9, 1))
    publish(draft_of(version.policy), tomorrow())
    new = draft_of(version.policy)

    page = words(dev.post(at(version, "draft/publish/"), {"from_day": str(tomorrow())}))
    assert "Version 2 begins that day. Choose another day" in page

    with pytest.raises(IntegrityError), transaction.atomic():
        in_force(new, tomorrow())


def test_a_version_between_now_and_a_later_one_ends_before_that(dev, lakeside):
    version = in_force(policy(lakeside), date(2025, 9, 1))
    publish(draft_of(version.policy), tomorrow() + timedelta(days=30))
    new = draft_of(version.policy)

    dev.post(at(version, "draft/publish/"), {"from_day": str(tomorrow())})

    new.refresh_from_db()
    assert (new.in_force_from, new.in_force_until) == (tomorrow(), today() + timedelta(days=30))


def test_what_is_published_never_changes(lakeside):
    version = policy(lakeside)
    task = version.tasks.create(what="apology")
    in_force(version)

    version.summary = "Other words"
    for change in (version.save, task.save, task.delete):
        with pytest.raises(PublishedStands):
            change()
    with pytest.raises(PublishedStands):
        version.tasks.create(what="copy")


def test_the_pages_of_a_draft_lead_back_once_it_is_published(dev, lakeside):
    version = in_force(policy(lakeside))
    row = f"draft/tasks/{1}/"

    for rest in ("draft/", "draft/words/", "draft/scope/", "draft/tasks/add/", row):
        assert dev.get(at(version, rest)).url == at(version)
    dev.post(at(version, "draft/words/"), ABOUT | {"summary": "Changed."})
    version.refresh_from_db()
    assert version.summary != "Changed."


def test_a_version_ends_on_a_day_or_was_a_mistake(dev, lakeside):
    version = in_force(policy(lakeside), date(2024, 1, 1))
    end = at(version, "versions/1/end/")

    page = words(dev.post(end, {"why": "last-day", "until": "2023-12-31"}))
    assert "The last day must be on or after the day it begins" in page
    page = words(dev.post(end, {"why": "last-day", "until": str(today() - timedelta(days=1))}))
    assert "The last day must be today or later. Students may have read it" in page

    dev.post(end, {"why": "last-day", "until": str(tomorrow())})
    version.refresh_from_db()
    assert version.in_force_until == tomorrow()

    assert "is told that you took it back" in words(dev.get(end))
    dev.post(end, {"why": "mistake"})
    version.refresh_from_db()
    assert (version.state, version.withdrawn_on) == ("withdrawn", today())
    assert dev.get(end).status_code == 404
    assert "Withdrawn" in words(dev.get(at(version, "versions/1/")))


def test_what_has_ended_stays_ended(dev, lakeside):
    version = in_force(policy(lakeside), date(2024, 1, 1))
    PolicyVersion.objects.update(in_force_until=date(2025, 5, 31))

    sent = {"why": "last-day", "until": str(tomorrow())}
    page = words(dev.post(at(version, "versions/1/end/"), sent))

    assert "It ended on Saturday, May 31, 2025. That stays" in page
    version.refresh_from_db()
    assert version.in_force_until == date(2025, 5, 31)


def test_a_draft_is_thrown_away_and_the_version_before_stays(dev, lakeside):
    version = in_force(policy(lakeside))
    draft = draft_of(version.policy)

    page = words(dev.get(at(version, "draft/discard/")))
    assert "Throw away the draft of “Accepted offers”?" in page
    assert "The versions before it stay." in page
    assert PolicyVersion.objects.filter(pk=draft.pk).exists()
    for _ in range(2):
        assert dev.post(at(version, "draft/discard/")).status_code == 302
    assert list(version.policy.versions.all()) == [version]

    first = policy(lakeside, "Another")
    assert "and the policy with it" in words(dev.get(at(first, "draft/discard/")))
    assert dev.post(at(first, "draft/discard/")).url == "/staff/policies/"
    assert not Policy.objects.filter(pk=first.policy_id).exists()


LEADS_ONLY = (
    "draft/", "draft/words/", "draft/scope/", "draft/publish/", "draft/tasks/add/",
    "draft/start/", "draft/discard/", "versions/1/end/",
)  # fmt: skip


def test_an_adviser_reads_and_writes_nothing(lakeside):
    cleo, version = browser_of(adviser(lakeside)), in_force(policy(lakeside))
    draft_of(version.policy)

    assert "Come and talk to us first." in words(cleo.get(at(version)))
    assert "Start a new version" not in words(cleo.get(at(version)))
    for rest in LEADS_ONLY:
        for method in ("get", "post"):
            assert getattr(cleo, method)(at(version, rest)).status_code in (404, 405), rest
    assert cleo.get("/staff/policies/new/").status_code == 404
    assert version.policy.versions.count() == 2


def test_the_lead_of_another_centre_finds_nothing(lakeside):
    version = in_force(policy(lakeside))
    draft_of(version.policy)
    there = browser_of(lead(centre("hilltop"), "gus"))

    for rest in ("", "versions/1/", *LEADS_ONLY):
        for method in ("get", "post"):
            assert getattr(there, method)(at(version, rest)).status_code in (404, 405), rest
    assert "Accepted offers" not in words(there.get("/staff/policies/"))


def test_a_rule_of_another_policy_is_not_found_here(dev, lakeside):
    draft, other = policy(lakeside), policy(lakeside, "Another")
    row = other.consequences.create(what="note")

    assert dev.get(at(draft, f"draft/consequences/{row.pk}/")).status_code == 404
    dev.post(at(draft, f"draft/consequences/{row.pk}/remove/"))
    assert other.consequences.exists()
    assert dev.get(at(draft, "draft/spells/add/")).status_code == 404


def test_a_stranger_finds_nothing(lakeside):
    version = in_force(policy(lakeside))
    bo = browser_of(person("bo"))

    assert bo.get(at(version)).status_code == 404
    assert bo.get("/staff/policies/").status_code == 404


def test_what_staff_type_is_text(dev, lakeside):
    draft = policy(lakeside, summary="<b>{{ 7|add:1 }}</b> {% load x %}")
    draft.employer_sanctions.create(words="<script>alert(1)</script>")

    page = words(dev.get(at(draft, "draft/")))

    assert "&lt;b&gt;{{ 7|add:1 }}&lt;/b&gt; {% load x %}" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "columns",
    [
        {"what": "fine"},
        {"what": "note", "amount": 3},
        {"what": "note", "lasts": "days"},
        {"what": "note", "days": 3},
        {"what": "note", "lasts": "until-lifted"},
        {"what": "other"},
        {"what": "nothing"},
        {"what": "note", "offence": "never"},
    ],
)
def test_the_table_refuses_half_a_consequence(lakeside, columns):
    draft = policy(lakeside)
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.consequences.create(**columns)


@pytest.mark.parametrize("columns", [{}, {"fixed": 231}, {"fixed": 1301}, {"least": 0}])
def test_the_table_refuses_a_floor_that_asks_nothing_or_a_day_that_never_comes(lakeside, columns):
    draft = policy(lakeside)
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.offer_floors.create(title="Fall", **columns)


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "published"},
        {"state": "published", "in_force_from": date(2025, 2, 1)},
        {"full_time": False, "internship": False, "co_op": False},
        {"on_withdrawing": False},
        {"in_force_from": date(2025, 2, 1), "in_force_until": date(2025, 1, 31)},
    ],
)
def test_the_table_refuses_half_a_version(lakeside, columns):
    draft = policy(lakeside)
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=draft.pk).update(**columns)
