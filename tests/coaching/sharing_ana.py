"""Ana as she shares with Cleo of the career centre; her own requests, by the name of the page."""

from typing import Any

from centres.models import Enrolment, JoinedHow, Membership
from coaching.models import Section, Sharing
from coaching.sharing.current import current_sharing
from tests.coaching.ana import Ana
from tests.factories import PASSWORD, accepted_offer, adviser, centre, finish, shared


class SharingAna(Ana):
    """Enrolled, asked for her password a moment ago, with one offer."""

    cleo: Membership

    def __init__(self, client: Any, **case: Any) -> None:
        super().__init__(client, **case)
        lakeside = centre("lakeside")
        self.cleo = adviser(lakeside)
        Enrolment.objects.create(user=self.case.owner, centre=lakeside, how=JoinedHow.CODE)
        client.post("/account/reauthenticate/", {"password": PASSWORD})
        accepted_offer(self.case)
        finish(self.case, "basics-1")

    def shares_with_cleo(self, *sections: Section, **fields: Any) -> Sharing:
        return shared(self.case, self.cleo, *sections, **fields)

    def does(self, name: str, *about: Any, **answers: Any):
        return self.client.post(self.url(name, *about), answers)

    def stops(self) -> None:
        self.does("share-stop")

    @property
    def sharing(self) -> Sharing:
        found = current_sharing(self.case)
        assert found
        return found
