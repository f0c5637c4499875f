"""The kinds of rule a policy has, in the order in which staff write them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from centres import policy_words
from centres.models import RULES, Rule, value

from .forms import policy_rules as forms


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of rule: where its rows stand, how one is asked for, and how it reads."""

    slug: str
    rows: str
    title: str
    add: str
    form: type[forms.RuleForm]
    words: Callable[[Any], str]

    @property
    def model(self) -> type[Rule]:
        return self.form._meta.model

    def sentence(self, row: Rule) -> str:
        return self.words(value(RULES[self.rows], row))


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            slug="talks",
            rows="pre_clearances",
            title="Before they decide",
            add="Add a talk",
            form=forms.PreClearanceForm,
            words=policy_words.talk,
        ),
        Kind(
            slug="tasks",
            rows="tasks",
            title="If they back out",
            add="Add a task",
            form=forms.TaskForm,
            words=policy_words.task,
        ),
        Kind(
            slug="consequences",
            rows="consequences",
            title="What follows",
            add="Add a consequence",
            form=forms.ConsequenceForm,
            words=policy_words.of_whom,
        ),
        Kind(
            slug="reasons",
            rows="mitigations",
            title="What counts in their favor",
            add="Add a reason",
            form=forms.MitigationForm,
            words=policy_words.mitigation,
        ),
        Kind(
            slug="notices",
            rows="employer_notices",
            title="Whom you tell",
            add="Add whom you tell",
            form=forms.EmployerNoticeForm,
            words=policy_words.notice,
        ),
        Kind(
            slug="appeals",
            rows="appeals",
            title="Appeal",
            add="Add a way to appeal",
            form=forms.AppealForm,
            words=policy_words.appeal,
        ),
        Kind(
            slug="way-back",
            rows="reinstatements",
            title="The way back in",
            add="Add a way back in",
            form=forms.ReinstatementForm,
            words=policy_words.reinstatement,
        ),
        Kind(
            slug="floors",
            rows="offer_floors",
            title="How long offers stay open",
            add="Add a time to answer",
            form=forms.OfferFloorForm,
            words=policy_words.floor,
        ),
        Kind(
            slug="employers",
            rows="employer_sanctions",
            title="What you do about employers",
            add="Add what you do",
            form=forms.EmployerSanctionForm,
            words=policy_words.sanction,
        ),
    )
}
