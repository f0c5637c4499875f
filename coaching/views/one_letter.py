"""What every page and action about one letter shares."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponseBase

from coaching.journey.gates import call_comes_first
from coaching.letters.letter import Letter as Sheet
from coaching.models import Letter, LetterVersion
from coaching.telling.letter_facts import sheet_of
from coaching.telling.sent import Made, made
from offers.models import WHO_HIRES, Contact

from .telling import TellingPage, TellingView


class OneLetter(TellingView):
    """A page or action about one letter. It needs a letterhead, and asks for it first."""

    needs_letterhead: ClassVar[bool] = True
    name: ClassVar[str] = "letter"
    listed_at: ClassVar[str] = "tell"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.why_nobody_is_told():
            self.letter  # noqa: B018 – 404 before anything else
            if self.needs_letterhead and self.letterhead is None:
                return self.to("letter-you", self.letter.pk)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def letter(self) -> Letter:
        """The letter named in the address, to somebody who must hear of it; else 404."""
        letters = [one.letter for one in self.facts.to_tell if hasattr(one, "letter")]
        found = next((letter for letter in letters if letter.pk == self.kwargs["which"]), None)
        if found is None:
            raise Http404
        return found

    @property
    def person(self) -> Contact:
        return self.letter.contact

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.letter, self.facts)

    @cached_property
    def made(self) -> list[Made]:
        """The versions there are, the newest first."""
        return made(self.letter, self.letter.versions.defer(*LetterVersion.FILES))

    @property
    def call_comes_first(self) -> bool:
        """Before a letter to who hires. A note to the others may go by itself."""
        hires = self.person.role in WHO_HIRES
        return hires and call_comes_first(self.facts, self.person)

    @property
    def whom(self) -> str:
        """How a title names them."""
        return self.person.first_name or "your career center"


class LetterPage(OneLetter, TellingPage):
    """A page with questions about one letter."""

    @property
    def about(self) -> Any:
        return self.letter
