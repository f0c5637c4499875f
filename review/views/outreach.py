"""Outreach: which employers are affected, what was agreed with each, and who talks when."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView

from centres.models import Outreach
from review.door import Desk
from review.figures import Figures
from review.forms.outreach import OutreachForm
from review.saving import RowDesk


class OutreachListView(Desk, TemplateView):
    """The next talk first. Of students it tells only what the totals tell."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/outreach.html"
    tab = "outreach"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        figures = Figures(self.member.centre)
        rows = Outreach.objects.filter(employer__centre=self.member.centre)
        rows = rows.select_related("employer").order_by(F("next_on").asc(nulls_last=True), "pk")
        shares = {bar.employer: bar for bar in figures.shares_by_employer() if bar.employer}
        today = timezone.now().astimezone(self.member.centre.zone).date()
        talked_to = {row.employer for row in rows}
        return super().get_context_data(
            rows=[(row, shares.get(row.employer)) for row in rows],
            affected=[
                bar for one, bar in shares.items() if not bar.is_hidden and one not in talked_to
            ],
            employers=[one for one in shares if one not in talked_to],
            today=today,
            **kwargs,
        )


class OutreachView(RowDesk):
    form_class = OutreachForm
    template_name = "review/outreach_one.html"
    tab = "outreach"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        employers = self.member.centre.employers.all()
        self.employer = get_object_or_404(employers, pk=kwargs["employer"])
        found = Outreach.objects.filter(employer=self.employer).first()
        self.row = found or Outreach(employer=self.employer)

    def also(self) -> dict[str, Any]:
        return {"member": self.member, "name": self.member.name, "saved_at": timezone.now()}

    def get_success_url(self) -> str:
        return reverse("review:outreach")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(one=self.employer, row=self.row, **kwargs)
