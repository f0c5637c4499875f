"""A letter in the making: its answers on the left, the paper and the checks on the right."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from coaching.forms.base import Page
from coaching.forms.letter import LetterForm
from coaching.guidance import guidance_for
from coaching.letters.check import check
from coaching.letters.kinds import LetterKind
from coaching.letters.paper import paragraphs
from coaching.letters.signs import sign_checks
from coaching.models import Letter, Notice, Paper
from coaching.sharing.readings import desk_of
from coaching.telling.letter_facts import NOTES, kind_of, letter_facts
from coaching.telling.order import gets_letter
from coaching.telling.sent import Made, fits_a_page, last_sent, made_so_far
from coaching.telling.standing import meets
from offers.regions import uses_us_letter

from .one_letter import LetterPage
from .telling import Action, TellingView


class NewLetterView(Action, TellingView):
    """Begin the one letter to this person, or go on with it."""

    def post(self, request: HttpRequest, code: str, who: int) -> HttpResponse:
        if not gets_letter(self.facts, self.contact):
            raise Http404
        letter, _ = Letter.objects.get_or_create(
            contact=self.contact, defaults={"case": self.case, **self._first_answers()}
        )
        return self.to("letter" if self.letterhead else "letter-you", letter.pk)

    def _first_answers(self) -> dict[str, Any]:
        started = self.case.has_started
        return {
            "paper": Paper.LETTER if uses_us_letter(self.case.time_zone) else Paper.A4,
            "last_day": self._last_day() if started else None,
        }

    def _last_day(self) -> date:
        """What they agreed to, else what the notice offered leads to; two weeks to begin with."""
        notice = Notice.objects.filter(case=self.case).first() or Notice(case=self.case)
        return notice.last_day(self.facts.local_now.date())


def guidance_of(kind: LetterKind, stage: str) -> tuple[str, str]:
    """The advice for a letter of this kind: a note has its own."""
    return (kind.slug, "") if kind in NOTES.values() else ("letter", stage)


class LetterView(LetterPage):
    """The answers on the left, the paper on the right."""

    form_class = LetterForm
    template_name = "coaching/letter.html"
    guidance = "letter"
    related = (*LetterPage.related, "notice")

    @property
    def slug(self) -> str:
        return f"letter-{self.letter.pk}"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"kind": kind_of(self.letter, self.facts)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = self.letter
        if self.request.method == "POST":
            # The form holds answers that were refused: the paper shows what is saved.
            letter.refresh_from_db(fields=LetterForm.Meta.fields)
        kind, known = kind_of(letter, self.facts), letter_facts(letter, self.facts)
        versions, sent = self.made, last_sent(self.made)
        return super().get_context_data(
            title=f"Your letter to {self.whom}",
            family="coaching:letter",
            letter=letter,
            person=self.person,
            sheet=self.sheet,
            paragraphs=paragraphs(self.sheet.body),
            word_count=len(self.sheet.body.split()),
            checks=(
                *sign_checks(self.sheet),
                *check(kind, self.sheet.body, known),
                fits_a_page(versions, self.sheet),
            ),
            **made_so_far(versions, self.sheet),
            guidance=guidance_for(*guidance_of(kind, self.case.stage)),
            sent=sent,
            sent_paragraphs=paragraphs(sent.version.words) if sent else (),
            is_new_version=sent is not None and self._is_new_version(sent),
            call_comes_first=self.call_comes_first,
            meets=meets(self.person),
            **desk_of(self.sharing, letter),
            **kwargs,
        )

    def _is_new_version(self, sent: Made) -> bool:
        """They are working on another version: answering just now, or since that one was sent."""
        pages = (self.facts.pages.get(slug) for slug in (self.slug, f"{self.slug}-words"))
        later = (page.saved_at > sent.sent_at for page in pages if page and sent.sent_at)
        return self.request.method == "POST" or any(later)

    def next_url(self, form: Page) -> str:
        return self.request.path
