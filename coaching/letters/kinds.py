"""The letters there are. A new one is an entry here and a template beside the others."""

from dataclasses import dataclass

from .checks import DECLINING, RESIGNATION, WITHDRAWAL, Rule
from .facts import LetterFacts, Reason


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """One kind of letter: its wording's file, what its subject says, what is checked."""

    slug: str
    about: str
    rules: tuple[Rule, ...]
    reason: Reason | None = None

    @property
    def template(self) -> str:
        return f"{self.slug}.txt"

    def subject(self, facts: LetterFacts) -> str:
        """The bold line above the greeting, the e-mail's subject and the PDF's title."""
        return f"{self.about}: {facts.role}" if facts.role else self.about


def _withdrawal(slug: str, reason: Reason) -> LetterKind:
    return LetterKind(slug=slug, about="Withdrawal of acceptance", rules=WITHDRAWAL, reason=reason)


WITHDRAW_FIT = _withdrawal("withdraw-fit", "fit")
WITHDRAW_PERSONAL = _withdrawal("withdraw-personal", "personal")
WITHDRAW_PLAIN = _withdrawal("withdraw-plain", "none")

WITHDRAWALS = (WITHDRAW_FIT, WITHDRAW_PERSONAL, WITHDRAW_PLAIN)

RESIGN = LetterKind(slug="resign", about="Resignation", rules=RESIGNATION)

DECLINE = LetterKind(slug="decline", about="Declining your offer", rules=DECLINING)

KINDS = (*WITHDRAWALS, RESIGN, DECLINE)


def withdrawal_for(reason: Reason) -> LetterKind:
    """Return the withdrawal letter that says as much about why as the person chose."""
    return next(kind for kind in WITHDRAWALS if kind.reason == reason)
