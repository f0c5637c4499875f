"""The school’s policies: every one of the staff reads them, and leads write them."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic.base import TemplateResponseMixin, TemplateView

from centres.models import Policy, PolicyVersion, PublishedStands, Rule
from centres.policy_words import parts
from centres.publishing import beside, draft_of, end, missing, publish, withdraw
from review.door import Desk
from review.forms.policy import LAST_DAY, AboutForm, EndForm, NewPolicyForm, PublishForm, ScopeForm
from review.policy_kinds import KINDS, Kind

from .sure import SureView

STANDS = "That version is published, so it stays as it is. Start a new one to change it."

GONE = "All that is written in version {} is gone for good. The versions before it stay."
GONE_AS_A_WHOLE = "All that is written in it is gone for good, and the policy with it."


class PolicyDesk(Desk):
    """A page about the policies of this centre alone."""

    tab = "policies"

    @cached_property
    def policies(self) -> Any:
        return Policy.objects.filter(centre=self.member.centre)


class PoliciesView(PolicyDesk, TemplateView):
    http_method_names = ["get", "head", "options"]
    template_name = "review/policies.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.policies.prefetch_related("versions")
        rows = [(policy, *standing(policy.versions.all())) for policy in found]
        return super().get_context_data(rows=rows, **kwargs)


def standing(versions: Any) -> tuple[PolicyVersion | None, PolicyVersion | None]:
    """The published version that begins last, and the draft, where there is one."""
    draft = next((one for one in versions if one.is_draft), None)
    published = [one for one in versions if one.state == "published"]
    return max(published, key=lambda one: one.in_force_from, default=None), draft


class FormPage(TemplateResponseMixin):
    """Shows a form, with status 200 when something in it is wrong: the page says what."""

    def show(self, form: BaseForm, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, **context))  # type: ignore[attr-defined]


class NewPolicyView(FormPage, PolicyDesk):
    template_name = "review/policy_new.html"
    leads_only = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(NewPolicyForm(centre=self.member.centre))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NewPolicyForm(request.POST, centre=self.member.centre)
        if not form.is_valid():
            return self.show(form)
        try:
            with transaction.atomic():
                draft = draft_of(form.save())
        except IntegrityError:  # the same title, sent twice in one moment
            return redirect("review:policies")
        return redirect("review:policy-draft", draft.policy_id)


class OnePolicy(PolicyDesk):
    """A page about the policy that the address numbers; 404 for one of another centre."""

    policy: Policy

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.policy = get_object_or_404(self.policies, pk=kwargs["policy"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs | {"policy": self.policy})


class VersionView(OnePolicy, TemplateView):
    """One version as students read it; without a number, the one that begins last."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/policy.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = kwargs.pop("number", None)
        versions = list(self.policy.versions.with_rules())
        latest, draft = standing(versions)
        version = latest or (versions[0] if versions else None)
        if number is not None:
            version = next((one for one in versions if one.number == number), None)
            if version is None:
                raise Http404
        return super().get_context_data(
            version=version,
            is_old=number is not None,
            parts=parts(version.rules()) if version else (),
            versions=versions,
            draft=draft,
            **kwargs,
        )


class NewDraftView(OnePolicy):
    """Start a new version. A second click finds the one begun."""

    http_method_names = ["post", "options"]
    leads_only = True

    def post(self, request: HttpRequest, policy: int) -> HttpResponse:
        draft_of(self.policy)
        return redirect("review:policy-draft", self.policy.pk)


class DraftDesk(OnePolicy):
    """A page about the draft, for leads. Without a draft there is nothing to write in."""

    leads_only = True
    draft: PolicyVersion

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        draft = self.policy.versions.with_rules().filter(state="draft").first()
        if draft is None:
            messages.info(request, STANDS)
            return redirect("review:policy", self.policy.pk)
        self.draft = draft
        try:
            return super().dispatch(request, *args, **kwargs)
        except PublishedStands:  # in this very moment, by somebody else
            messages.info(request, STANDS)
            return redirect("review:policy", self.policy.pk)

    def back_to_draft(self) -> HttpResponse:
        return redirect("review:policy-draft", self.policy.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"version": self.draft} | kwargs)


class DraftView(DraftDesk, TemplateView):
    """The draft, section by section, and beside it what students will read."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/policy_draft.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            sections=[(kind, self.rows(kind)) for kind in KINDS.values()],
            parts=parts(self.draft.rules()),
            missing=missing(self.draft),
            **kwargs,
        )

    def rows(self, kind: Kind) -> list[tuple[Rule, str]]:
        return [(row, kind.sentence(row)) for row in getattr(self.draft, kind.rows).all()]


class DraftForm(FormPage, DraftDesk):
    """One page of questions about the draft itself."""

    template_name = "review/policy_form.html"
    form_class: type[AboutForm | ScopeForm]
    title = ""

    def get(self, request: HttpRequest, policy: int) -> HttpResponse:
        return self.show(self.form_class(instance=self.draft))

    def post(self, request: HttpRequest, policy: int) -> HttpResponse:
        form = self.form_class(request.POST, instance=self.draft)
        if not form.is_valid():
            return self.show(form)
        form.save()
        return self.back_to_draft()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"title": self.title} | kwargs)


class AboutView(DraftForm):
    form_class = AboutForm
    title = "In words"


class ScopeView(DraftForm):
    form_class = ScopeForm
    title = "Whom and what it is about"


class RuleDesk(DraftDesk):
    """A page about rules of the kind that the address names."""

    kind: Kind

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["rules"] not in KINDS:
            raise Http404
        self.kind = KINDS[kwargs["rules"]]

    @property
    def rows(self) -> Any:
        """The rules of this kind in the draft."""
        return getattr(self.draft, self.kind.rows)

    @cached_property
    def row(self) -> Rule:
        """The rule that the address numbers; without a number, a new one."""
        if "rule" not in self.kwargs:
            return self.kind.model()
        found: Rule = get_object_or_404(self.rows, pk=self.kwargs["rule"])
        return found


class RuleView(FormPage, RuleDesk):
    """One rule. “See how it reads” shows its sentence, and saves nothing."""

    template_name = "review/policy_rule.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show(self.kind.form(instance=self.row, version=self.draft))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.kind.form(request.POST, instance=self.row, version=self.draft)
        if not form.is_valid():
            return self.show(form)
        if "look" in request.POST:
            return self.show(form, reads=self.kind.sentence(form.instance))
        form.save()
        return self.back_to_draft()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kind=self.kind, row=self.row, **kwargs)


class RemoveRuleView(RuleDesk):
    """A second click finds nothing to remove, and that is fine."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        for row in self.rows.filter(pk=kwargs["rule"]):
            row.delete()
        return self.back_to_draft()


class PublishView(FormPage, DraftDesk):
    template_name = "review/policy_publish.html"

    def get(self, request: HttpRequest, policy: int) -> HttpResponse:
        return self.show(PublishForm(version=self.draft))

    def post(self, request: HttpRequest, policy: int) -> HttpResponse:
        form = PublishForm(request.POST, version=self.draft)
        if missing(self.draft) or not form.is_valid():
            return self.show(form)
        if publish(self.draft, form.cleaned_data["from_day"]):
            messages.success(request, "Published. Students who say yes from that day on read it.")
        return redirect("review:policy", self.policy.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            parts=parts(self.draft.rules()),
            missing=missing(self.draft),
            beside=beside(self.draft),
            **kwargs,
        )


class DiscardView(DraftDesk, SureView):
    """Throw the draft away, once that is asked. The versions before it stay."""

    def post(self, request: HttpRequest, policy: int) -> HttpResponse:
        self.draft.delete()
        if not self.policy.versions.exists():
            self.policy.delete()
            return redirect("review:policies")
        return redirect("review:policy", self.policy.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_first = self.policy.versions.count() == 1
        return super().get_context_data(
            ask=f"Throw away the draft of “{self.policy.title}”?",
            means=GONE_AS_A_WHOLE if is_first else GONE.format(self.draft.number),
            does="Throw this draft away",
            back=reverse("review:policy-draft", args=[self.policy.pk]),
            **kwargs,
        )


class EndView(FormPage, OnePolicy):
    """The published version stops counting, from a day on or altogether."""

    template_name = "review/policy_end.html"
    leads_only = True

    @cached_property
    def version(self) -> PolicyVersion:
        return get_object_or_404(self.policy.versions.published(), number=self.kwargs["number"])

    def get(self, request: HttpRequest, policy: int, number: int) -> HttpResponse:
        return self.show(EndForm(version=self.version))

    def post(self, request: HttpRequest, policy: int, number: int) -> HttpResponse:
        form = EndForm(request.POST, version=self.version)
        if not form.is_valid():
            return self.show(form)
        if form.cleaned_data["why"] == LAST_DAY:
            end(self.version, form.cleaned_data["until"])
        else:
            withdraw(self.version)
        return redirect("review:policy", self.policy.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(version=self.version, **kwargs)
