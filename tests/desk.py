"""The staff side beside a whole case: a career centre, who works there, and what Ana shares."""

from centres.models import Membership
from coaching.models import Section
from offers.models import Case
from tests.factories import lead, shared, wording
from tests.lakeside import lakeside


def whole_desk(case: Case) -> Membership:
    """Everything that a page of staff can be about, shared with a lead. Returns her."""
    fay = lead(lakeside(), "fay")
    shared(case, fay, *Section, name="Ana Silva", programme="Senior, Statistics")
    text = "{{ greeting }}\n\n{{ statement }}\n\n{{ apology }}\n\n{{ goodbye }}"
    wording(fay.centre, "letter", "withdraw-plain", text)
    return fay
