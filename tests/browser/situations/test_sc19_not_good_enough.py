"""SC19: no better job, no misfit: only the fear of not being good enough."""

import pytest

from tests.browser.walking import close, in_days, later

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.mission("S1-23", "S1-30", "S1-22")
def test_sc19_feeling_not_good_enough_is_no_reason_to_leave(walk):
    walk.begin("I said yes, but have not started", "America/Denver")
    walk.pause("2", "Doubt in my gut", "Pressure")
    walk.follow("Your offers")
    walk.follow("Add the job you said yes to")
    walk.accepted_job("Open Rivers", "Marketing Officer", "By e-mail", in_days(-10), in_days(20))
    walk.pay("52k")
    walk.press()
    walk.follow("Done for now")
    walk.situation()
    walk.open("why/")
    walk.pick("What is behind the doubt?", "I feel I am not good enough")
    walk.pick("If nothing else had come along", "Yes")
    walk.press()
    assert "talk" in walk.text
    assert "back out" not in walk.text.lower()
    walk.page.locator("a.btn", has_text="Your first 90 days").click()
    walk.type("By day 30", "The names of the team")
    walk.press()
    walk.reads("The names of the team", "Questions for your manager", "a good first month")
    walk.keep("sc19-plan")

    walk.open("questions/friend/")
    walk.page.get_by_role("textbox").first.fill("Nobody knows everything on day one.")
    walk.press()

    walk.weigh("A team I like")
    with later(days=3):
        walk.open("decide/")
        walk.reads("Nobody knows everything on day one.")
        walk.decide("Keep the job")
        assert walk.heading == "You kept your word, with open eyes"
        walk.unfold("When do I look at it again?")
        walk.reads("Pick a day for a check-in with yourself")
        walk.keep("sc19-kept")
        close(walk, "Kept the job")
