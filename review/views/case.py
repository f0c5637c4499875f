"""One case that was shared: what staff see of it first."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic.base import TemplateResponseMixin

from coaching.journey.facts import Facts
from coaching.models import Section
from coaching.sharing.current import open_sections
from coaching.views.shared import shared_pages
from offers.names import first_name
from review.door import CaseDesk
from review.history import history_of
from review.key_facts import key_facts
from review.lines import lines_of
from review.models import Incident

NEWEST = 5


class CasePage(TemplateResponseMixin, CaseDesk):
    """A page of one case, beneath the bar that says whose it is. `part` is its place there."""

    part = ""

    @property
    def student(self) -> str:
        """What to call them: by the name that they gave for staff to read."""
        return first_name(self.sharing.name) or "the student"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line, *_ = lines_of([self.sharing.case_id], timezone.now(), self.member.centre.zone)
        context = {"line": line, "part": self.part, "student": self.student}
        return super().get_context_data(**context | kwargs)


class CaseReading(CasePage):
    """One that is only read."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())


class OverviewView(CaseReading):
    """What was shared, and by its name what was not."""

    template_name = "review/case.html"
    part, page = "overview", "Overview"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opened = open_sections(self.sharing)
        closed = [section.label for section in Section if section not in opened]
        events = history_of(self.sharing, with_views=False)
        facts, step = Facts(self.sharing.case), self.sharing.step_at(timezone.now())
        return super().get_context_data(
            key_facts=key_facts(facts, str(step.label)),
            parts=shared_pages(facts, opened),
            not_shared=closed,
            rules=[one for one in facts.school_rules if one.policy.centre == self.member.centre],
            incidents=Incident.objects.filter(sharing=self.sharing).select_related("employer"),
            events=events[:NEWEST],
            **kwargs,
        )
