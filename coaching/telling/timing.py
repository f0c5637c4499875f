"""What the rows say of when an offer is on the table."""

from datetime import date

from coaching.models import Comes, OfferTiming
from coaching.weigh.on_the_table import Timing
from offers.models import Ends, Offer, OfferKind


def timing_of(offer: Offer, row: OfferTiming | None, today: date) -> Timing:
    """An offer that was made is here, unless somebody said otherwise; an interview is not."""
    comes = row.comes if row else ""
    is_here = comes == Comes.HERE or (not comes and offer.kind != OfferKind.INTERVIEW)
    ends = offer.ends_at.astimezone(offer.case.zone).date() if offer.ends_at else None
    expected = row.expected_on if row else None
    begins = min(today, ends or today) if is_here else expected
    return Timing(
        name=str(offer),
        begins=begins,
        ends=ends,
        good_days=row.good_days if row else None,
        is_here=is_here,
        has_no_end=offer.ends == Ends.OPEN,
    )
