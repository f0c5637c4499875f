"""Employer incidents: opened, heard, decided by a fair process, closed by a lead."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView
from django.views.generic.edit import FormView

from centres.models import Centre, Employer, NoticeBasis, PolicyVersion
from coaching.models import Sharing
from look.forms import HouseForm
from review import incidents
from review.door import Desk
from review.forms.incidents import (
    STEP_HINTS,
    ConsentForm,
    DisclosureForm,
    IncidentForm,
    NewIncidentForm,
    RuleForm,
    StepForm,
)
from review.models import (
    LONGEST_ACCOUNT,
    Disclosure,
    Incident,
    IncidentState,
    RecordedConsent,
    Step,
)
from review.saving import RowDesk, RowForm

SHOWN = 200


def rules_of(centre: Centre) -> QuerySet[PolicyVersion]:
    """The versions that the school published, of its policies by title."""
    mine = PolicyVersion.objects.published().filter(policy__centre=centre)
    return mine.select_related("policy").order_by("policy__title", "-number")


class Incidents(Desk):
    tab = "incidents"

    @property
    def today(self) -> Any:
        return timezone.now().astimezone(self.member.centre.zone).date()


class IncidentsView(Incidents, TemplateView):
    http_method_names = ["get", "head", "options"]
    template_name = "review/incidents.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Incident.objects.filter(centre=self.member.centre).select_related("employer")[:SHOWN]
        return super().get_context_data(rows=rows, **kwargs)


class NewIncidentView(Incidents, FormView):
    form_class = NewIncidentForm
    template_name = "review/incident_new.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"today": self.today}

    @transaction.atomic
    def form_valid(self, form: NewIncidentForm) -> HttpResponse:
        answers = dict(form.cleaned_data)
        employer = Employer.named(self.member.centre, answers.pop("employer"))
        incident, is_new = Incident.objects.get_or_create(
            token=answers.pop("token"),
            defaults=answers | {"employer": employer, "centre": self.member.centre},
        )
        if incident.centre != self.member.centre:
            raise Http404
        if is_new:
            incidents.note(incident, self.member, "Record opened", "", incident.says)
        return redirect("review:incident", incident.pk)


class OneIncident(Incidents):
    """A page about one record of this school. A closed one can be read only."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = Incident.objects.filter(centre=self.member.centre).select_related("employer")
        self.incident: Incident = get_object_or_404(rows, pk=kwargs["incident"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        closed = self.incident.state == IncidentState.CLOSED
        if request.method == "POST" and closed and not self.changes_closed:
            messages.info(request, incidents.CLOSED)
            return redirect("review:incident", self.incident.pk)
        return super().dispatch(request, *args, **kwargs)

    changes_closed = False

    def get_success_url(self) -> str:
        return reverse("review:incident", args=[self.incident.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs | {"incident": self.incident})


class IncidentView(OneIncident, TemplateView):
    http_method_names = ["get", "head", "options"]
    template_name = "review/incident.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        done = {row.step: row for row in self.incident.steps.all()}
        sharing = Sharing.objects.open_to(self.member).filter(incidents=self.incident)
        states = [one for one in IncidentState if one != self.incident.state]
        return super().get_context_data(
            steps=[
                (step, STEP_HINTS[step], done.get(step), incidents.why_locked(self.incident, step))
                for step in Step
            ],
            consents=self.incident.consents.all(),
            disclosures=self.incident.disclosures.select_related("consent"),
            changes=self.incident.changes.all(),
            sharing=sharing.select_related("case").first(),
            states=[(one, incidents.why_not(self.incident, one, self.member)) for one in states],
            is_closed=self.incident.state == IncidentState.CLOSED,
            **kwargs,
        )


class IncidentEditView(OneIncident, RowDesk):
    form_class = IncidentForm
    template_name = "review/incident_edit.html"

    @property
    def row(self) -> Incident:
        return self.incident

    def get_form_kwargs(self) -> dict[str, Any]:
        shared = Sharing.objects.open_to(self.member).select_related("case")
        return super().get_form_kwargs() | {"shared": shared}

    def also(self) -> dict[str, Any]:
        """A tie to a case that is shared with a colleague alone is theirs to change."""
        theirs = Sharing.objects.open_to(self.member).filter(incidents=self.incident).exists()
        tied = self.incident.sharing
        return {"sharing": tied} if tied and not theirs else {}

    @transaction.atomic
    def keep(self, form: RowForm, values: dict[str, Any]) -> bool:
        before = {name: getattr(self.incident, name) for name in form.answers}
        if not super().keep(form, values):
            return False
        for name, was in before.items():
            if was != values[name]:
                self.note(form, name, was, values[name])
        return True

    def note(self, form: RowForm, name: str, was: Any, now: Any) -> None:
        words = ("", "") if name == "sharing" else (was, now)
        incidents.note(self.incident, self.member, str(form.fields[name].label), *words)


class StepView(OneIncident, FormView):
    template_name = "review/incident_step.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["step"] not in Step.values:
            raise Http404
        self.step = Step(kwargs["step"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        reason = incidents.why_locked(self.incident, self.step)
        if reason:
            messages.info(request, reason)
            return redirect("review:incident", self.incident.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> HouseForm:
        if self.step == Step.RULE:
            return RuleForm(versions=rules_of(self.member.centre), **self.get_form_kwargs())
        return StepForm(**self.get_form_kwargs())

    def get_initial(self) -> dict[str, Any]:
        row = self.incident.steps.filter(step=self.step).first()
        return {"words": row.words if row else ""}

    def form_valid(self, form: HouseForm) -> HttpResponse:
        incidents.write_step(self.incident, self.step, form.cleaned_data["words"], self.member)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(step=self.step, hint=STEP_HINTS[self.step], **kwargs)


class AddsToIncident(OneIncident, FormView):
    """A page that only ever adds, once for each form."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"today": self.today}

    def by_whom(self) -> dict[str, Any]:
        who = {"member": self.member, "name": self.member.name, "at": timezone.now()}
        return {"incident": self.incident} | who


class ConsentView(AddsToIncident):
    form_class = ConsentForm
    template_name = "review/incident_consent.html"

    @transaction.atomic
    def form_valid(self, form: ConsentForm) -> HttpResponse:
        answers = dict(form.cleaned_data)
        consent, is_new = RecordedConsent.objects.get_or_create(
            token=answers.pop("token"),
            defaults=answers | self.by_whom(),
        )
        if is_new:
            incidents.note(self.incident, self.member, "Consent recorded", "", consent.words)
        return super().form_valid(form)


class DisclosureView(AddsToIncident):
    form_class = DisclosureForm
    template_name = "review/incident_disclosure.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        allow = rules_of(self.member.centre).filter(employer_notices__basis=NoticeBasis.POLICY)
        rule = self.incident.steps.filter(step=Step.RULE).values_list("words", flat=True)
        known = {
            "consents": self.incident.consents.all(),
            "policies": allow.distinct(),
            "rule": rule.first() or "",
            "undone": self.incident.lacks(tuple(Step)),
        }
        return super().get_form_kwargs() | known

    @transaction.atomic
    def form_valid(self, form: DisclosureForm) -> HttpResponse:
        asked = form.cleaned_data
        what = {name: asked[name] for name in ("to_whom", "what", "told_on")}
        told, is_new = Disclosure.objects.get_or_create(
            token=asked["token"],
            defaults=what | form.of_the_basis | self.by_whom(),
        )
        if is_new:
            words = f"{told.to_whom}: {told.what}"[:LONGEST_ACCOUNT]
            incidents.note(self.incident, self.member, "Something was told", "", words)
            if form.too_soon:
                undone = incidents.in_a_row(form.too_soon)
                incidents.note(self.incident, self.member, "Told before these steps", "", undone)
        return super().form_valid(form)


class StateView(OneIncident):
    """Decided, closed, or open again: where the process allows it."""

    http_method_names = ["post", "options"]
    changes_closed = True

    def post(self, request: HttpRequest, incident: int) -> HttpResponse:
        state = request.POST.get("state", "")
        if state not in IncidentState.values:
            raise Http404
        reason = incidents.why_not(self.incident, state, self.member)
        if reason:
            messages.info(request, reason)
        else:
            incidents.go_into(self.incident, state, self.member)
        return redirect("review:incident", self.incident.pk)
