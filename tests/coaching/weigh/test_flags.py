"""What was said about warning signs: each sign once, in one place, and no count of them."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.models import Habits, WarningSigns
from coaching.weigh.flags import HABITS, JOB, SIGNS, TALKS, mirror
from offers.models import Answer

some_answers = st.fixed_dictionaries(
    {sign.name: st.sampled_from(["", *Answer.values]) for sign in SIGNS}
)


def test_every_sign_has_a_column_for_its_answer_and_one_for_its_note():
    for signs, model in ((SIGNS, WarningSigns), (HABITS, Habits)):
        columns = {field.name for field in model._meta.fields}
        assert {name for sign in signs for name in (sign.name, sign.note)} <= columns


def test_each_sign_is_asked_on_one_screen():
    assert [sign for screen in (JOB, TALKS) for sign in screen.signs] == list(SIGNS)


@given(answers=some_answers)
def test_each_sign_is_said_back_once_and_in_its_order(answers):
    said = mirror(SIGNS, WarningSigns(**answers))
    groups = (said.yes, said.unsure, said.no, said.open)
    assert sorted(one.sign.name for group in groups for one in group) == sorted(answers)
    for group, answer in zip(groups, (*("yes", "unknown", "no"), ""), strict=True):
        names = [sign.name for sign in SIGNS if answers[sign.name] == answer]
        assert [one.sign.name for one in group] == names


def test_without_a_row_all_are_open():
    assert [one.sign for one in mirror(HABITS, None).open] == list(HABITS)


def test_the_note_stays_with_its_sign():
    row = WarningSigns(role=Answer.YES, role_note="Reports only", pay_note="Not asked")
    (seen,) = mirror(SIGNS, row).yes
    assert (seen.sign.name, seen.note) == ("role", "Reports only")
    assert mirror(SIGNS, row).open[0].note == "Not asked"
