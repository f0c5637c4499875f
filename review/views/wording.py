"""A centre’s own words: letters, lines for the call, help lines and introductions."""

from functools import cached_property
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic.base import TemplateView

from centres.models import Wording
from look.text import clean_text
from review.door import Desk
from review.forms.wording import WordingForm
from review.wording import Place, places

from .policies import FormPage


class WordingDesk(Desk):
    tab = "wording"
    leads_only = True

    @cached_property
    def in_use(self) -> dict[tuple[str, str], str]:
        return Wording.objects.filter(centre=self.member.centre).in_use()


class WordingsView(WordingDesk, TemplateView):
    """Every place, and whether our words or theirs stand in it."""

    http_method_names = ["get", "head", "options"]
    template_name = "review/wordings.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [(place, (place.kind, place.slug) in self.in_use) for place in places().values()]
        groups = groupby(rows, key=lambda row: row[0].kind)
        return super().get_context_data(
            groups=[(kind, list(found)) for kind, found in groups], **kwargs
        )


class OneWording(WordingDesk):
    """A page about the words in the place that the address names."""

    place: Place

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if kwargs["wording"] not in places():
            raise Http404
        self.place = places()[kwargs["wording"]]

    @cached_property
    def versions(self) -> list[Wording]:
        """Newest first."""
        mine = Wording.objects.filter(centre=self.member.centre)
        rows = mine.filter(kind=self.place.kind, slug=self.place.slug)
        return list(rows.select_related("saved_by").order_by("-number"))

    @property
    def current(self) -> int:
        return self.versions[0].number if self.versions else 0

    @property
    def text(self) -> str:
        """What stands there now: their words, or none."""
        return self.versions[0].text if self.versions else ""

    def keep(self, text: str) -> None:
        """Add a version, unless these are the words that stand there. Two at once make one."""
        if text == self.text:
            return
        try:
            with transaction.atomic():
                Wording.objects.create(
                    centre=self.member.centre,
                    kind=self.place.kind,
                    slug=self.place.slug,
                    number=self.current + 1,
                    text=text,
                    saved_at=timezone.now(),
                    saved_by=self.member,
                )
        except IntegrityError:
            messages.info(self.request, "Somebody saved in the same moment. Look at what stands.")

    def back(self) -> HttpResponse:
        return redirect("review:wording", self.place.address)


class WordingView(FormPage, OneWording):
    """The words on the left, a sample on the right. `?ours` puts our words in, unsaved."""

    template_name = "review/wording.html"

    def get(self, request: HttpRequest, wording: str) -> HttpResponse:
        text = "" if "ours" in request.GET else self.text
        stands = {"text": text or self.place.ours, "number": self.current}
        return self.show(WordingForm(initial=stands, place=self.place, current=self.current))

    def post(self, request: HttpRequest, wording: str) -> HttpResponse:
        form = WordingForm(request.POST, place=self.place, current=self.current)
        is_again = clean_text(request.POST.get("text", "")) == self.text != ""
        if "go" in request.POST and is_again:
            return self.back()
        if not form.is_valid():
            return self.show(form)
        if "look" in request.POST:
            return self.show(form, shown=form.cleaned_data["text"])
        self.keep(form.cleaned_data["text"])
        messages.success(request, "Saved. Your students read it from now on.")
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = kwargs.pop("shown", "") or self.text or self.place.ours
        return super().get_context_data(
            place=self.place,
            gaps=[
                (name, name in self.place.locked, self.place.sample(f"{{{{ {name} }}}}"))
                for name in self.place.names
            ],
            sample=self.place.sample(shown),
            text=self.text,
            versions=self.versions,
            **kwargs,
        )


class ResetWordingView(OneWording):
    """Back to our words. The versions stay; a second click finds ours there already."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, wording: str) -> HttpResponse:
        self.keep("")
        return self.back()
