"""How firm an offer is: nobody is put on a higher rung than was said."""

from hypothesis import given
from hypothesis import strategies as st

from coaching.weigh.ladder import LADDER, TOP, ladder, standing, still_missing
from offers.models import CONDITIONS, AcceptedHow, Met, Offer, OfferKind, Rung, Writing

writings = st.builds(
    Writing,
    rung=st.sampled_from(["", *Rung.values]),
    conditions_left=st.sampled_from(["", "A board says yes"]),
    **{name: st.booleans() for name in ("saw_pay", "saw_start", "saw_place", "saw_conditions")},
    **{name: st.sampled_from(["", *Met.values]) for name in CONDITIONS},
)


def offer_with(writing: Writing) -> Offer:
    offer = Offer(pk=1, kind=OfferKind.OTHER, employer="Dune")
    writing.offer = offer
    return offer


@given(writings)
def test_the_top_rung_is_signed_with_nothing_open(writing):
    at = standing(offer_with(writing))
    if at == TOP:
        assert writing.rung == Rung.SIGNED
        assert all(getattr(writing, name) in (Met.YES, Met.NOT_NEEDED) for name in CONDITIONS)
        assert not writing.conditions_left
    else:
        assert at == (Rung.values.index(writing.rung) if writing.rung else None)


@given(writings)
def test_each_offer_stands_on_one_rung_or_on_none(writing):
    offer = offer_with(writing)
    places = ladder([offer])
    assert [place.step for place in places] == list(reversed(LADDER))
    assert sum(offer in place.offers for place in places) == (standing(offer) is not None)


@given(writings)
def test_below_an_email_the_writing_is_what_is_missing(writing):
    first = next(still_missing(writing), "")
    assert (first == "You do not have it in writing.") == (not writing.is_in_writing)


def test_the_job_said_yes_to_stands_by_how_it_was_said():
    stands = [
        standing(Offer(kind=OfferKind.ACCEPTED, accepted_how=how)) for how in ("", *AcceptedHow)
    ]
    assert stands == [None, 4, 3, 2, 3]
