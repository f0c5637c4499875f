"""One trusted person reads along: what the owner opens and sees, and what the helper meets."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.generic.base import ContextMixin, TemplateResponseMixin, TemplateView, View

from accounts import security_log
from coaching.forms.base import Page
from coaching.forms.helper import CommentForm, HelperForm, Sharing
from coaching.journey import parts
from coaching.journey.facts import Facts
from coaching.journey.parts import Part
from coaching.journey.steps import SOUNDING_BOARD
from coaching.models import (
    MOST_COMMENTS,
    MOST_VIEWS,
    HelperComment,
    HelperLink,
    HelperView,
)
from coaching.sharing.looks import looks_of

from .answers import Answered
from .case import CaseView
from .page import Settings
from .printed import answered
from .telling import Action

ENDED = "The link is off. Who opens it finds nothing there."
ENOUGH = "That is as many comments as this page takes. Talk to them instead."
ONE_LOOK = timedelta(minutes=1)


# The owner’s side


class HelperPageView(Settings):
    """Make the link, change what it opens, see what was read and said."""

    form_class = HelperForm
    template_name = "coaching/helper.html"
    step = SOUNDING_BOARD
    title = "Let one person read along"
    guidance = slug = "helper"
    back_words = "to your people"

    @cached_property
    def about(self) -> Sharing:
        links = HelperLink.objects.filter(case=self.case).open_at(self.facts.now)
        return Sharing(link=links.prefetch_related("parts").first(), facts=self.facts)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.about.link
        path = reverse("coaching:helper-index", args=[link.token]) if link else ""
        views = HelperView.objects.filter(link__case=self.case)
        looks = looks_of(views, self.case.zone, "link", "part")
        by_link = sorted(looks, key=lambda look: look.link, reverse=True)  # newest link first
        links = HelperLink.objects.in_bulk({look.link for look in looks})
        comments = HelperComment.objects.filter(link__case=self.case).select_related("link")
        return super().get_context_data(
            link=link,
            address=settings.SITE_URL + path if link else "",
            looks=[
                (links[one], [(look, _called(look.part)) for look in found])
                for one, found in groupby(by_link, key=lambda look: look.link)
            ],
            comments=[(one, _called(one.part)) for one in comments],
            newest=max((one.pk for one in comments if one.read_at is None), default=None),
            **kwargs,
        )

    def back_url(self) -> str:
        return reverse("coaching:sounding-board", args=[self.case.code])

    def next_url(self, form: Page) -> str:
        security_log.note("helper let in", self.request, case=self.case.pk)
        return self.request.path


def _called(name: str) -> str:
    part = parts.BY_NAME.get(name)
    return part.title if part else "The list of what is open"


class CommentsReadView(Action, CaseView):
    """“I have read these”: since opening a page changes nothing. Harmless a second time."""

    changes_closed = True

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        up_to = request.POST.get("up_to", "")
        if up_to.isdecimal() and len(up_to) < 16:
            new = HelperComment.objects.filter(link__case=self.case, read_at=None)
            new.filter(pk__lte=int(up_to)).update(read_at=timezone.now())
        return redirect("coaching:helper", self.case.code)


class EndHelperView(Action, CaseView):
    """End it: the next request finds nothing. Harmless a second time, and when the case is closed.

    What the page was saved as goes too, so that the next link begins with nothing ticked.
    """

    changes_closed = True

    @transaction.atomic
    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        links = HelperLink.objects.filter(case=self.case, ended_at=None)
        links.update(ended_at=timezone.now())
        self.case.saved_pages.filter(slug=HelperPageView.slug).forget()
        security_log.note("helper shut out", request, case=self.case.pk)
        messages.info(request, ENDED)
        return redirect("coaching:helper", self.case.code)


# The helper’s side


@method_decorator(login_not_required, name="dispatch")
class ByLink(ContextMixin, View):
    """What the secret in the address opens. Whether it still does is asked on every request.

    Robots are told to stay out; what is stored or told to other sites is for no page of ours.
    """

    http_method_names = ["get", "head", "options"]
    looked_at = ""  # the part, by its name; the list of parts has none

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        links = HelperLink.objects.open_at(timezone.now())
        found = links.filter(token=kwargs["token"]).select_related("case__owner").first()
        if found is None:
            raise Http404
        self.link = found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        # A comment that comes back with its errors shows the part, too.
        if request.method in ("GET", "POST") and response.status_code == 200:
            self.note_the_look(self.looked_at)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.link.case)

    @cached_property
    def opened(self) -> dict[str, Part]:
        """The parts that are open, by name, in the order of the journey."""
        names = {row.part for row in self.link.parts.all()}
        return {name: part for name, part in parts.BY_NAME.items() if name in names}

    def note_the_look(self, part: str) -> None:
        """The person sees that it was opened. Loading it again in the same minute is one look."""
        views = self.link.views
        now = timezone.now()
        if views.filter(part=part, at__gt=now - ONE_LOOK).exists():
            return
        if views.count() >= MOST_VIEWS:  # nobody reads that often: the link has got about
            HelperLink.objects.filter(pk=self.link.pk, ended_at=None).update(ended_at=now)
            raise Http404
        HelperView.objects.create(link=self.link, part=part, at=now)


class HelperIndexView(ByLink, TemplateView):
    """What is open to them."""

    template_name = "coaching/helper_index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            link=self.link, parts=self.opened.values(), zone=self.facts.case.zone
        )


class HelperPartView(ByLink, TemplateResponseMixin):
    """One part, as it is on paper; and beside it, what they want to say."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "coaching/helper_part.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["part"] not in self.opened:
            raise Http404
        self.part = self.opened[kwargs["part"]]
        self.looked_at = self.part.name

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(CommentForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.link.may_comment:
            raise Http404
        form = CommentForm(request.POST)
        if form.is_valid() and self.link.comments.count() >= MOST_COMMENTS:
            form.add_error("words", ENOUGH)
        if not form.is_valid():
            return self.show(form)
        self.keep(form)
        return redirect(request.path)

    def keep(self, form: CommentForm) -> None:
        """Once for each form, however often it is sent; the same words again say nothing new."""
        words = form.cleaned_data["words"]
        if self.link.comments.filter(part=self.part.name, words=words).exists():
            return
        HelperComment.objects.get_or_create(
            token=form.cleaned_data["token"],
            defaults={
                "link": self.link,
                "part": self.part.name,
                "words": words,
                "at": timezone.now(),
            },
        )

    def show(self, form: CommentForm) -> HttpResponse:
        context = self.get_context_data(
            form=form if self.link.may_comment else None,
            title=self.part.title,
            pages=list(self.pages()),
            comments=self.link.comments.filter(part=self.part.name),
            back_url=reverse("coaching:helper-index", args=[self.link.token]),
            zone=self.facts.case.zone,
        )
        return self.render_to_response(context)

    def pages(self) -> Iterator[Answered]:
        for page in answered(self.facts, (self.part.step,)):
            if page.is_private == self.part.is_private:
                yield page
