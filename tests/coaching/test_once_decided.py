"""What comes next, in words that fit what was decided and where the person stood."""

import pytest

from coaching.models import Outcome

from .leaving import leaving, owner_of, page, url

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stage", "outcome", "heading"),
    [
        ("not-accepted", Outcome.KEEP, "You said yes, with open eyes"),
        ("not-accepted", Outcome.OUT, "You have decided"),
        ("accepted", Outcome.KEEP, "You kept your word, with open eyes"),
        ("accepted", Outcome.ASK, "Now ask"),
        ("started", Outcome.KEEP, "You kept your word, with open eyes"),
        ("started", Outcome.OUT, "You have decided"),
    ],
)
def test_the_title_says_what_the_heading_says(stage, outcome, heading):
    case = leaving(stage=stage, outcome=outcome)
    text = page(owner_of(case).get(url("decide-done", case)))
    assert f"<h1>{heading}</h1>" in text
    assert f"<title>{heading} – " in text
