"""How a view finds the case it is about: through one door, and only for its owner."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic.base import ContextMixin, View

from accounts.guests import signed_in
from accounts.held import held_at, hold, take_held, typed
from accounts.models import User
from centres.models import Wording, WordingKind
from coaching.guidance import Guidance, guidance_for, guidance_from
from coaching.journey import gates
from coaching.journey.facts import Facts
from coaching.journey.journey import Journey
from coaching.journey.parts import name_of
from coaching.models import HelperComment, HelperLink, Reading, Sharing
from coaching.sharing.current import current_sharing
from coaching.sharing.readers import Readers, open_link, readers
from coaching.sharing.readings import NEW
from offers.models import Case

# Asked along with the case, so that most people’s pages wait for no other query.
WORDS_OF_THEIR_SCHOOL = Wording.objects.filter(centre__enrolments__user=OuterRef("owner"))


def find_case(user: User, code: str, *related: str) -> Case:
    """The person's own case, or 404: what is not theirs does not exist.

    It knows whether it `is_shared` and `has_new_answers` about letters, whether it `has_helper` and
    `has_new_comments` of one, and whether their school `has_school_words`: a page of who has none
    of them need not ask.
    """
    now = Sharing.objects.current().filter(case=OuterRef("pk"))
    comments = HelperComment.objects.filter(link__case=OuterRef("pk"), read_at=None)
    link = HelperLink.objects.open_at(timezone.now()).filter(case=OuterRef("pk"))
    answers = Reading.objects.filter(NEW, sharing__case=OuterRef("pk"))
    mine = Case.objects.owned_by(user).annotate(
        is_shared=Exists(now),
        has_helper=Exists(link),
        has_new_comments=Exists(comments),
        has_new_answers=Exists(answers),
        has_school_words=Exists(WORDS_OF_THEIR_SCHOOL),
    )
    try:
        return (mine.select_related(*related) if related else mine).get(code=code)
    except Case.DoesNotExist:
        raise Http404 from None


class CaseView(ContextMixin, View):
    """A page of one case. `related` names the rows it reads along with the case.

    A closed case can be read, and changes only once it is open again (`changes_closed` excepted).
    """

    http_method_names = ["get", "head", "post", "options"]
    related: ClassVar[tuple[str, ...]] = ()
    changes_closed: ClassVar[bool] = False
    step: ClassVar[Any] = None  # what it is about, where that is one step of the journey
    case: Case

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.case = find_case(signed_in(request), kwargs["code"], *self.related)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and self.is_stuck:
            messages.info(request, self.why_closed())
            return redirect("coaching:close", self.case.code)
        return super().dispatch(request, *args, **kwargs)

    def why_closed(self) -> str:
        """Also says, truly, what has become of the words."""
        if hold(self.request):
            return gates.CLOSED_AND_KEPT
        return gates.CLOSED_TOO_LONG if typed(self.request) else gates.CLOSED

    @property
    def is_stuck(self) -> bool:
        """Closed, so nothing can be saved here."""
        return self.case.is_closed and not self.may_change_closed()

    def words_held(self) -> QueryDict | None:
        """What was typed here before. It is handed back once it can be saved."""
        return (held_at if self.is_stuck else take_held)(self.request, self.request.path)

    def may_change_closed(self) -> bool:
        return self.changes_closed

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.case)

    @cached_property
    def journey(self) -> Journey:
        return Journey(self.facts)

    @cached_property
    def sharing(self) -> Sharing | None:
        """What they share with their career centre now."""
        return current_sharing(self.case) if getattr(self.case, "is_shared", False) else None

    @cached_property
    def who_reads(self) -> Readers:
        has_helper = getattr(self.case, "has_helper", False)
        return readers(self.sharing, open_link(self.case) if has_helper else None)

    @property
    def readers(self) -> Mapping[str, str]:
        """Who reads this page beside the person, by its mark."""
        return self.who_reads.of(self.step)

    @property
    def new_comments(self) -> list[HelperComment]:
        """What their helper wrote that is not read yet: about this step, on the hub about any."""
        if not getattr(self.case, "has_new_comments", False):
            return []
        new = HelperComment.objects.filter(link__case=self.case, read_at=None)
        names = self.step and [name_of(self.step, is_private=one) for one in (False, True)]
        return list((new.filter(part__in=names) if names else new).select_related("link"))

    def advice_on(self, slug: str) -> Guidance:
        """The advice for this page; its first words are those of their school, if it has any."""
        ours = guidance_for(slug, self.case.stage)
        theirs = self.facts.school_words.get((WordingKind.GUIDANCE, slug))
        return replace(ours, lead=guidance_from(theirs).lead) if theirs else ours

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        saved = max((page.saved_at for page in self.facts.pages.values()), default=None)
        context = {
            "case": self.case,
            "facts": self.facts,
            "saved_at": saved,
            "zone": self.case.zone,
            "readers": self.readers,
            "new_comments": self.new_comments,
        }
        return super().get_context_data(**context, **kwargs)
