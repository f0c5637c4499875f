"""The picture of the ratings: where the shapes stand, and the sentence for who cannot see them."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.comparison import Line, Mark
from coaching.weigh.dumbbell import APART, TICKS, row

NAMES = ("Bluebird", "Harborlight", "Wren", "Acme")
marks = st.none() | st.builds(Mark, score=st.integers(1, 5), is_guess=st.booleans())


def line(*marks: Mark | None, weight: int = 3) -> Line:
    return Line(title="Pay", in_a_sentence="pay", weight=weight, marks=marks)


def test_two_jobs_drawn_by_hand():
    drawn = row(line(Mark(score=2), Mark(score=5, is_guess=True)), NAMES[:2])
    assert TICKS == ("2%", "26%", "50%", "74%", "98%")
    assert [(shape.css, shape.x, shape.shift) for shape in drawn.shapes] == [
        ("fa", "26%", 0),
        ("hb", "98%", 0),
    ]
    assert drawn.gap == ("26%", "98%")
    assert drawn.sentence == "Pay: Bluebird 2 of 5. Harborlight 5 of 5, a guess."
    assert drawn.in_short == "2 and 5"
    assert drawn.matters == "Matters a lot"
    assert drawn.dots == '<i class="on"></i><i class="on"></i><i class="on"></i><i></i>'


def test_a_job_that_was_not_rated_is_said_and_not_drawn():
    drawn = row(line(Mark(score=3), None), NAMES[:2])
    assert len(drawn.shapes) == 1
    assert drawn.sentence == "Pay: Bluebird 3 of 5. Harborlight not rated."
    assert drawn.in_short == "3 and –"


def test_the_drawing_has_the_words_of_the_person_as_words_and_a_shape_for_each_mark():
    drawn = row(line(Mark(score=2), Mark(score=2, is_guess=True)), ("<b>'\"&", "Wren"))
    assert (
        'aria-label="Pay: &lt;b&gt;&#x27;&quot;&amp; 2 of 5. Wren 2 of 5, a guess."'
        in drawn.drawing
    )
    assert '<path class="fa" d="M-9 0' in drawn.drawing
    assert '<path class="hb" d="M0-11 11 0 0 11-11 0Z" transform="translate(10)"/>' in drawn.drawing
    assert drawn.drawing.count('class="tick"') == 5


@given(st.lists(marks, min_size=1, max_size=4).filter(any))
def test_no_two_shapes_stand_in_one_place_and_none_leaves_the_line(marks):
    drawn = row(line(*marks), NAMES[: len(marks)])
    places = [(shape.x, shape.shift) for shape in drawn.shapes]
    assert len(set(places)) == len(places) == sum(mark is not None for mark in marks)
    assert all(shift >= 0 for x, shift in places if x == "2%")
    assert all(shift <= 0 for x, shift in places if x == "98%")
    assert all(abs(shift) < 4 * APART for _, shift in places)
