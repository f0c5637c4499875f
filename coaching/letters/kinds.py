"""The letters there are. A new one is an entry here and a template beside the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .checks import RESIGNATION, WITHDRAWAL, Rule
from .facts import LetterFacts, Reason

Opens = Literal["any-time", "after-decision"]


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """One kind of letter: its name, its wording's file, when it opens, what is checked."""

    slug: str
    code: str
    title: str
    about: str
    opens: Opens
    rules: tuple[Rule, ...]
    reason: Reason | None = None

    @property
    def template(self) -> str:
        return f"{self.slug}.txt"

    def subject(self, facts: LetterFacts) -> str:
        """The bold line above the greeting, the e-mail's subject and the PDF's title."""
        return f"{self.about}: {facts.role}" if facts.role else self.about


def _withdrawal(slug: str, code: str, title: str, reason: Reason) -> LetterKind:
    return LetterKind(
        slug=slug,
        code=code,
        title=title,
        about="Withdrawal of acceptance",
        opens="after-decision",
        rules=WITHDRAWAL,
        reason=reason,
    )


WITHDRAW_FIT = _withdrawal("withdraw-fit", "L1", "Withdraw: a better fit", "fit")
WITHDRAW_PERSONAL = _withdrawal("withdraw-personal", "L2", "Withdraw: personal reasons", "personal")
WITHDRAW_PLAIN = _withdrawal("withdraw-plain", "L3", "Withdraw: no reason given", "none")

WITHDRAWALS = (WITHDRAW_FIT, WITHDRAW_PERSONAL, WITHDRAW_PLAIN)

RESIGN = LetterKind(
    slug="resign",
    code="L10",
    title="Resign after starting",
    about="Resignation",
    opens="after-decision",
    rules=RESIGNATION,
)


def _by_slug(kinds: Iterable[LetterKind]) -> dict[str, LetterKind]:
    return {kind.slug: kind for kind in kinds}


KINDS = _by_slug((*WITHDRAWALS, RESIGN))


def withdrawal_for(reason: Reason) -> LetterKind:
    """Return the withdrawal letter that says as much about why as the person chose."""
    return next(kind for kind in WITHDRAWALS if kind.reason == reason)
