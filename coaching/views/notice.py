from typing import Any

from django.utils.functional import cached_property

from coaching.forms.base import Page
from coaching.forms.notice import NoticeForm
from coaching.journey.steps import NOTICE

from .page import PageView


class NoticeView(PageView):
    """The notice they owe, the one they offer, and the last day it leads to."""

    form_class = NoticeForm
    template_name = "coaching/notice.html"
    related = ("notice", "signed_terms")
    step = NOTICE

    @cached_property
    def about(self) -> bool:
        """Their answer is asked for once there is a decision to leave."""
        return self.facts.is_leaving

    def get_form_kwargs(self) -> dict[str, Any]:
        """What they found in their papers is filled in, until the page is saved."""
        kwargs = super().get_form_kwargs()
        terms = self.facts.signed_terms
        if not self.is_saved and terms and terms.notice:
            kwargs["initial"] = {"contract": terms.notice}
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = getattr(self.case, "notice", None)
        today = self.facts.local_now.date()
        return super().get_context_data(
            notice=notice if notice and notice.offered else None,
            today=today,
            span=notice.span_offered(today) if notice else None,
            last_day=notice.last_day(today) if notice else None,
            **kwargs,
        )

    def next_url(self, form: Page) -> str:
        """The same page, which now says the day."""
        return self.request.path
