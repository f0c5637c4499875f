"""The way round: who to tell, in which order, and the page at its end."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin, TemplateView

from coaching.guidance import guidance_for
from coaching.journey.facts import Facts
from coaching.journey.gates import has_been_told, untold, why_not_resigning_yet
from coaching.journey.missing import missing
from coaching.journey.school import to_do
from coaching.letters.pdf import LetterBusy, LetterFailed
from coaching.models import Happened
from coaching.reminding.pressing import pressing
from coaching.telling.account import accounts
from coaching.telling.also import also
from coaching.telling.answers import stops_of_answers
from coaching.telling.order import (
    THINGS_PAGE,
    add_school,
    asked_of,
    gets_letter,
    in_order,
    letter_awaited,
    next_to_tell,
    stops,
)
from coaching.telling.plan import forget, is_own_order, move, planned
from coaching.telling.record import record, token_from
from coaching.telling.standing import Standing, standing
from coaching.telling.stop import Stop
from look.dates import ago
from offers.zones import zone_name

from .call import helps_of
from .paper import BUSY, FAILED, pdf_file
from .record_paper import FILE, record_pdf
from .telling import Action, TellingView

TELL_FIRST = "Write down how you told them first."


class TellView(TellingView, TemplateView):
    """Tell people, in this order."""

    template_name = "coaching/tell.html"
    related = (*TellingView.related, "notice", "reminders")

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        """Put the career center on the list, when the answers came to need it only later."""
        add_school(self.case)
        return self.to("tell")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = self.facts
        assert facts.decision  # the gate
        return super().get_context_data(
            stops=planned(facts, stops_of(facts)),
            is_own_order=is_own_order(facts),
            pressing=pressing(facts, getattr(self.case, "reminders", None)),
            asked=asked_of(facts),
            also=also(facts),
            school_tasks=to_do(facts),
            decided=ago(facts.decision.decided_at, facts.now),
            is_done=not (untold(facts) or missing(facts)),
            first=next_to_tell(facts),
            awaited=letter_awaited(facts),
            not_signed=why_not_resigning_yet(facts),
            guidance=guidance_for("tell", self.case.stage),
            back_url=reverse("coaching:hub", args=[self.case.code]),
            back_words="to your steps",
            **kwargs,
        )


def stops_of(facts: Facts) -> list[Stop]:
    """The way round, of somebody who leaves or of somebody who answers."""
    return stops_of_answers(facts) if facts.is_answering else stops(facts)


class RepliedView(Action, TellingView):
    """They wrote or called back."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        if standing(self.contact) == Standing.REPLIED:
            return self.to("tell")
        if has_been_told(self.contact):
            record(self.contact, Happened.REPLIED, token_from(request.POST.get("token", "")))
        else:
            messages.info(request, TELL_FIRST)
        return self.to("tell")


class MoveView(Action, TellingView):
    """Somebody sooner or later in the line. What may not be is said, and changes nothing."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        person, place = self.contact, request.POST.get("place", "")
        if place.isdecimal() and place.isascii() and len(place) < 3:
            why_not = move(self.facts, stops_of(self.facts), person, int(place))
            if why_not:
                messages.info(request, why_not)
        return self.to("tell")


class OurOrderView(Action, TellingView):
    """Back to our order."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        forget(self.facts)
        return self.to("tell")


class ThingsView(Action, TellingView):
    """All that is theirs went back; a second button takes it back."""

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        pages = self.case.saved_pages
        if "undo" in request.POST:
            pages.filter(slug=THINGS_PAGE).forget()
        else:
            saved = {"is_finished": True, "is_forgotten": False, "saved_at": self.facts.now}
            pages.update_or_create(slug=THINGS_PAGE, defaults=saved)
        return self.to("tell")


class KnowsView(Action, TellingView):
    """Tick off somebody who holds no place for the person; a second way takes it back."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        found = next((one for one in also(self.facts) if one.contact.pk == who), None)
        if found is None:
            raise Http404
        if "undo" in request.POST:
            found.contact.told.filter(what=Happened.KNOWS).delete()
        elif found.not_yet:
            messages.info(request, found.not_yet)
        elif found.knows is None:
            record(found.contact, Happened.KNOWS, token_from(request.POST.get("token", "")))
        return self.to("tell")


class EveryoneKnows(TellingView):
    """What opens when nobody is left to tell."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        left = len(untold(self.facts)) + len(missing(self.facts))
        if left:
            messages.info(request, still_to_tell(left))
            return self.to("tell")
        return self.answer(request)

    def answer(self, request: HttpRequest) -> HttpResponse:
        raise NotImplementedError


class ToldView(TemplateResponseMixin, EveryoneKnows):
    """Everyone knows: the record, and what may come next."""

    template_name = "coaching/tell_done.html"

    def answer(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        assert self.facts.decision  # the gate
        people = in_order(self.facts)
        hires = next((one for one in people if gets_letter(self.facts, one)), None)
        return super().get_context_data(
            accounts=accounts(self.facts),
            zone_words=zone_name(self.case.time_zone),
            decision=self.facts.decision,
            asked=asked_of(self.facts),
            also=[one for one in also(self.facts) if not one.not_yet],
            school_tasks=to_do(self.facts),
            helps=helps_of(self.facts, hires) if hires else (),
            guidance=guidance_for("tell-done", self.case.stage),
            **kwargs,
        )


class RecordPdfView(EveryoneKnows):
    """The same record on paper, to keep."""

    def answer(self, request: HttpRequest) -> HttpResponse:
        try:
            return pdf_file(record_pdf(self.facts), FILE)
        except LetterBusy:
            messages.error(request, BUSY)
        except LetterFailed:
            messages.error(request, FAILED)
        return self.to("tell-done")


def still_to_tell(left: int) -> str:
    return "One person still does not know." if left == 1 else f"{left} people still do not know."
