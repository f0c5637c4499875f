"""The picture of the check-ins: two things, never one number."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.models import CheckIn
from coaching.weigh.check_in import picture, rows
from coaching.weigh.later import CHECK_INS


def made(days, deciding=None, outcome=None) -> CheckIn:
    return CheckIn(days=days, deciding=deciding, outcome=outcome)


def test_decided_well_and_turned_out_badly_stand_apart():
    """Worked by hand: from 10% (5) to 90% (1) down, and 5%, 50%, 95% across."""
    seen = picture([made(30, 4, 1), made(90, 4, 3)])
    assert [(mark.x, mark.y) for mark in seen.deciding.marks] == [("5%", "30%"), ("50%", "30%")]
    assert [(mark.x, mark.y) for mark in seen.outcome.marks] == [("5%", "90%"), ("50%", "50%")]
    assert seen.sentence == (
        "After 30 days: deciding, well; how it turned out, badly."
        " After 90 days: deciding, well; how it turned out, so-so."
    )


def test_what_was_not_said_is_not_drawn():
    seen = picture([made(30, 4), made(180, None, 5)])
    assert len(seen.deciding.marks) == len(seen.outcome.marks) == 1
    assert not seen.deciding.strokes
    assert "how it turned out, not said." in seen.sentence


def test_nothing_rated_is_no_picture():
    assert picture([made(30)]) is None
    assert rows([made(30)]) == []


scores = st.none() | st.integers(1, 5)


@given(st.dictionaries(st.sampled_from(CHECK_INS), st.tuples(scores, scores)))
def test_every_score_is_drawn_once_and_said_once(found):
    check_ins = [made(days, *found[days]) for days in sorted(found)]
    seen = picture(check_ins)
    given_scores = [score for pair in found.values() for score in pair if score]
    if seen is None:
        assert not given_scores
        return
    marks = [*seen.deciding.marks, *seen.outcome.marks]
    assert len(marks) == len(given_scores)
    assert all(5 <= float(mark.x[:-1]) <= 95 and 10 <= float(mark.y[:-1]) <= 90 for mark in marks)
    assert seen.sentence.count("After ") == len(rows(check_ins))
