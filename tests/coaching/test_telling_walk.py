"""From the decision to everyone knowing, typed through the client."""

import pytest

from coaching.models import Letter, Letterhead
from offers.models import Role
from tests.factories import finish
from tests.letters.reading import words_on

from .leaving import add, dana, leaving, owner_of, page, url

pytestmark = pytest.mark.django_db


@pytest.mark.mission("S0-14", "S0-16", "S1-28", "S2-14", "S2-16", "S4-14")
def test_ana_calls_writes_and_everyone_knows():
    case = leaving()
    Letterhead.objects.all().delete()
    finish(case, "date")
    ray = add(case, Role.REFERRER, "Ray Cole")
    client = owner_of(case)

    # The hub says at once what comes next.
    hub = page(client.get(url("hub", case)))
    assert hub.index("Next: tell people") < hub.index("Find the real reason")

    call = url("tell-call", case, dana(case).pk)
    ask = url("call-you", case, dana(case).pk)
    assert client.get(call).url == ask
    name = {"name": "Ana Okafor", "version": "0"}
    assert client.post(ask, name).url == call
    log = page(client.get(url("tell-log", case, dana(case).pk)))
    assert "How did it go with Dana?" in log
    day, clock = (log.split(f'name="{one}" value="')[1].split('"')[0] for one in ("day", "clock"))
    spoke = {"what": "spoke", "day": day, "clock": clock, "version": "0"}
    client.post(url("tell-log", case, dana(case).pk), spoke | {"token": ""})

    client.post(url("tell-letter", case, dana(case).pk))
    letter = Letter.objects.get()
    answers = {
        "version": "0",
        "reason": "fit",
        "paper": "a4",
        "offers": ["offers_pass_on"],
        "parts": ["with_thanks", "with_apology"],
    }
    client.post(url("letter", case, letter.pk), answers)
    download = client.post(url("letter-issue", case, letter.pk), {"pdf": "1"}, follow=True)
    words = " ".join(words_on(download.content))
    assert "As I said, I am writing to withdraw my acceptance" in words
    assert "pass the opening on" in words
    client.post(url("letter-sent", case, letter.pk), {"token": ""})

    assert client.get(url("tell-done", case)).url == url("tell", case)
    client.post(url("tell-log", case, ray.pk), spoke | {"token": "", "what": "letter-sent"})
    assert client.get(url("tell-done", case)).status_code == 200
    client.post(url("close", case), {"version": "0"})
    case.refresh_from_db()
    assert case.closed_as == "withdrawn"
    assert "Your case is closed" in page(client.get(url("hub", case)))
