"""SC12: a co-op with a two-day fuse. The school’s rules are read before deciding."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from coaching.models import Outcome
from offers.models import Case
from tests.browser.walk import Walk
from tests.browser.walking import in_days
from tests.factories import centre, enrolled, in_force, policy

pytestmark = pytest.mark.django_db(transaction=True)


def madison() -> None:
    """As a student told of it: two weeks are the norm; a year without the board, no credit."""
    draft = policy(
        centre("madison"),
        source="https://redlib.privacytools.click/r/UWMadison/comments/1g0k5wh/backing_out_of_internshipcoop",
        summary="If you back out, you may lose the job board for a year, and get no credit.",
    )
    draft.pre_clearances.create(role="a coach")
    draft.consequences.create(what="job-board", lasts="up-to", days=365, sureness="may")
    draft.consequences.create(what="credit", offer_type="co-op")
    draft.consequences.create(what="alumni", offer_type="full-time")
    draft.offer_floors.create(title="Any offer", least=2, unit="weeks")
    in_force(draft, date(2024, 1, 1))
    enrolled(Case.objects.get().owner, draft.policy.centre)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def walk(request, new_context):
    context = new_context(java_script_enabled=request.param)
    context.set_default_timeout(30_000)
    return Walk(context.new_page())


@pytest.mark.mission("S2-24")
def test_sc12_a_two_day_fuse(walk):
    said_yes = in_days(-3)
    walk.begin("I said yes, but have not started", "America/Chicago")
    walk.pause("2", "A new offer", "Guilt")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Ironwood Motors", "Co-op engineer", "By e-mail", said_yes, in_days(200))
    madison()
    case = Case.objects.get()

    walk.page.goto(f"/c/{case.code}/school/")
    walk.reads("you may lose the job board for a year", "For a full-time job: you lose help")
    walk.pick("What kind of job is it?", "A co-op")
    walk.press("Save")
    walk.reads("You may lose the job board, for up to 1 year.", "You get no credit for the work.")
    assert "after you finish" not in walk.text

    walk.follow("Add how long Ironwood Motors gave you")
    walk.day("When did they make the offer?", said_yes - timedelta(days=1))
    walk.day("By when did they want your answer?", said_yes + timedelta(days=1))
    walk.press("Save")
    flag = "Your school asks employers for at least 14 days. This one gave 2."
    walk.reads(flag)
    walk.keep("sc12-school")

    walk.page.goto(f"/c/{case.code}/")
    walk.reads(flag)
    walk.keep("sc12-hub")
    walk.page.goto(f"/c/{case.code}/decide/")
    assert walk.page.url.endswith("/decide/early/")
    walk.reads(
        "you have not talked to a coach, as your school asks",
        "You may lose the job board, for up to 1 year.",
        "You get no credit for the work.",
    )
    walk.unfold("Decide now anyway")
    walk.press("Decide now anyway")
    walk.in_this_order("You get no credit for the work.", "Your decision")
    walk.keep("sc12-decide")
    assert not case.decisions.filter(outcome=Outcome.OUT, decided_at__lte=timezone.now()).exists()

    walk.page.goto(f"/c/{case.code}/")
    walk.page.get_by_role("button", name=re.compile("^Ask for more time")).click()
    walk.type("Your full name", "Ana Silva")
    walk.press()
    walk.day("You will answer by", in_days(10))
    walk.time("At what time", "10:00")
    walk.page.get_by_label("Say what my school asks of employers").check(force=True)
    walk.press("Update the preview")
    walk.reads("My school asks employers for at least 14 days.")
