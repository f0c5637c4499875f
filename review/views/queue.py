"""The queue: who needs the staff first. The whole team’s, or one’s own."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.views.generic.base import TemplateView

from centres.models import Membership
from review.door import Desk
from review.forms.queue import FilterForm
from review.keyset import as_place, as_text
from review.lines import Line, in_short, lines_of
from review.queue import Rows, capped, found, numbers, of_member, of_team, page_of, place_of
from review.talks import talks_of


class QueueView(Desk, TemplateView):
    """Everybody whom the team may help, soonest decision first, then longest wait."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/queue.html"
    tab, title = "queue", "Queue"

    def rows(self) -> Rows:
        return of_team(self.member)

    def team(self) -> list[Membership]:
        return list(Membership.objects.active().filter(centre=self.member.centre_id))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now, zone = timezone.now(), self.member.centre.zone
        form = FilterForm(self.request.GET, member=self.member, team=self.team())
        rows = form.filters.of(self.rows(), now)
        place = as_place(self.request.GET.get("after", ""), moments=2)
        cases, has_more = found(rows, form.words) if form.words else page_of(rows, place)
        lines = lines_of(cases, now, zone)
        three = numbers(self.rows(), self.member, now)
        return super().get_context_data(
            title=self.title,
            form=form,
            lines=lines,
            waiting=capped(three.waiting),
            soon=capped(three.soon),
            typical=in_short(three.typical) if three.typical else "–",
            has_more=has_more,
            next_url=self.next_url(lines) if has_more and not form.words else "",
            is_narrowed=form.has_changed(),
            here=reverse(f"review:{self.tab}"),
            today=now.astimezone(zone).date(),
            **kwargs,
        )

    def next_url(self, lines: list[Line]) -> str:
        query = self.request.GET.copy()
        query["after"] = as_text(place_of(lines[-1].sharing))
        return f"?{query.urlencode()}"


class MineView(QueueView):
    """The same of the cases that are with this member, those shared with them alone too."""

    tab, title = "mine", "My cases"

    def rows(self) -> Rows:
        return of_member(self.member)

    def team(self) -> list[Membership]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            talks=talks_of(self.member, timezone.now()), zone=self.member.centre.zone, **kwargs
        )
