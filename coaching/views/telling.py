"""What every page about telling shares: it is shut until there is a saved decision to leave."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic.base import View

from coaching.forms.base import Page
from coaching.journey import gates
from coaching.journey.not_yet import when_decided
from coaching.journey.steps import TELL
from coaching.models import Letterhead
from offers.models import Contact

from .case import CaseView
from .page import PageView

BACK = "to telling people"


class TellingView(CaseView):
    """A page or action about telling. The gate is asked before any method, and on every one."""

    step = TELL
    related: ClassVar[tuple[str, ...]] = ("letterhead", "situation", "suggestion")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Also called to read everything again, once another tab has saved first."""
        for name in ("contact", "letter", "sheet"):
            self.__dict__.pop(name, None)
        super().setup(request, *args, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason = self.why_nobody_is_told()
        if reason:
            is_open_later = reason == gates.NO_DECISION
            messages.info(request, when_decided(self.facts) if is_open_later else reason)
            return redirect("coaching:hub", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    def why_nobody_is_told(self) -> str:
        return gates.why_telling_is_shut(self.facts)

    @cached_property
    def contact(self) -> Contact:
        """The person named in the address, among those who must hear of it; else 404."""
        wanted = self.kwargs["who"]
        found = next((person for person in self.facts.to_tell if person.pk == wanted), None)
        if found is None:
            raise Http404
        return found

    @property
    def letterhead(self) -> Letterhead | None:
        return getattr(self.case, "letterhead", None)

    def to(self, name: str, *args: Any) -> HttpResponse:
        """Go to the page `name` of this case."""
        return redirect(f"coaching:{name}", self.case.code, *args)

    def not_yet(self) -> HttpResponse:
        """Back to the list, whose first stop is the new job."""
        messages.info(self.request, gates.why_not_resigning_yet(self.facts))
        return self.to("tell")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"back_words": BACK, "back_url": reverse("coaching:tell", args=[self.case.code])}
        return super().get_context_data(**context | kwargs)


class TellingPage(TellingView, PageView):
    """A page with questions about telling."""

    @property
    def eyebrow(self) -> str:
        return TELL.at(self.case.stage).title

    def back_url(self) -> str:
        return reverse("coaching:tell", args=[self.case.code])


class AddsRows(PageView):
    """A page that only ever adds, so that no tab can be behind another one."""

    def keep(self, form: Page) -> bool:
        form.save()
        return True


class Action(View):
    """A button: POST and nothing else."""

    http_method_names = ["post", "options"]
