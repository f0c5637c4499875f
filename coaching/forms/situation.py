from typing import Any, ClassVar

from look.fields import PickOne, YesNoField
from look.layout import Picks
from offers.models import Answer, Case, School, Situation

from .base import RowPage, one_of

# What can be so only after a yes.
AFTER_A_YES = ("signed", "money", "quit_other")
CHOOSE = "Choose yes, no or “I don’t know” for “{}”"


def ask(label: str, subject: str, help_text: str = "") -> YesNoField:
    return YesNoField(label=label, help_text=help_text, error=CHOOSE.format(subject))


class SituationForm(RowPage):
    """Facts that switch branches on. Each yes shows the person only what they need."""

    layout: ClassVar = (
        "school",
        "campus",
        "agency",
        "referred",
        Picks("visa", reveal={Answer.YES: ("visa_advised",)}),
        "signed",
        "money",
        "quit_other",
    )

    school = PickOne(
        label="Are you a student?", choices=School.choices, error="Choose whether you are a student"
    )
    campus = ask(
        "Did you find the job through your school?",
        "through your school",
        "A job fair or campus interviews",
    )
    agency = ask("Did an agency or search firm bring you the job?", "an agency")
    referred = ask("Did someone you know refer you?", "refer you")
    visa = ask("Does a visa or work permit depend on this job?", "a visa or work permit")
    signed = ask("Have you signed a contract?", "signed a contract", "A letter you signed counts.")
    money = ask(
        "Have they paid you any money yet?", "paid you any money", "A signing bonus or moving money"
    )
    quit_other = ask("Did you quit another job for this one?", "quit another job")

    class Meta:
        model = Situation
        fields = (
            "school",
            "campus",
            "agency",
            "referred",
            "visa",
            "visa_advised",
            "signed",
            "money",
            "quit_other",
        )
        labels: ClassVar = {"visa_advised": "I have asked my international office or a lawyer"}

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.is_not_accepted:
            for name in AFTER_A_YES:
                del self.fields[name]

    @classmethod
    def instance_for(cls, case: Case, about: object) -> Situation:
        return one_of(case, "situation", Situation)
