"""Looking back: two weeks after a decision, and at each check-in. N."""

from typing import Any, ClassVar

from coaching.models import CheckIn, LookBack
from coaching.weigh.check_in import SCALE
from coaching.weigh.diary import FEELINGS
from look.fields import LineField, PickMany, PickOne, TextField, YesNoField
from look.layout import Group, Picks, Scale
from offers.models import Answer, Case

from .base import RowPage, one_of


class LookBackForm(RowPage):
    """What led here, without blame (S2-21), and a word to oneself for the next time."""

    also = tuple(LookBack.LED)
    layout: ClassVar = (
        "led",
        Picks("missed_sign", reveal={Answer.YES: ["sign"]}),
        "rushed",
        Scale("feels"),
        "helped",
        "to_self",
        "regret",
    )

    led = PickMany(
        label="What led here?",
        help_text="Pick all that fit. None of it is about blame.",
        choices=LookBack.LED.items(),
        required=False,
    )
    missed_sign = YesNoField(label="Did you see a sign, and look away?", required=False)
    sign = LineField(label="What was the sign?", required=False)
    rushed = YesNoField(label="Were you rushed?", required=False)
    feels = PickOne(
        label="How does it feel now?",
        choices=FEELINGS,
        coerce=int,
        empty_value=None,
        required=False,
    )
    helped = TextField(label="What helped?", required=False)
    to_self = TextField(
        label="What would you tell yourself next time?",
        help_text="One honest line is enough.",
        required=False,
    )
    regret = YesNoField(label="Do you wish you had gone the other way?", required=False)

    class Meta:
        model = LookBack
        fields = ("missed_sign", "sign", "rushed", "feels", "helped", "to_self", "regret")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> LookBack:
        return one_of(case, "look_back", LookBack)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["led"] = self.instance.led

    def set_columns(self) -> None:
        chosen = self.cleaned_data.get("led", [])
        for name in LookBack.LED:
            setattr(self.instance, name, name in chosen)
        if self.instance.missed_sign != Answer.YES:
            self.instance.sign = ""


class CheckInForm(RowPage):
    """Two scales apart: `about` is the CheckIn of this time, new or stored."""

    layout: ClassVar = (
        Group("How you decided", Scale("deciding"), "deciding_words"),
        Group("How it turned out", Scale("outcome"), "outcome_words"),
    )

    deciding = PickOne(
        label="How well did you decide, with what you knew then?",
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
    )
    deciding_words = TextField(
        label="What went well or badly in the deciding?", max_length=500, required=False
    )
    outcome = PickOne(
        label="How has it turned out so far?",
        help_text="Luck has a hand in this, and other people.",
        choices=SCALE,
        coerce=int,
        empty_value=None,
        required=False,
    )
    outcome_words = TextField(label="What has come of it?", max_length=500, required=False)

    class Meta:
        model = CheckIn
        fields = ("deciding", "deciding_words", "outcome", "outcome_words")

    @classmethod
    def instance_for(cls, case: Case, about: CheckIn) -> CheckIn:
        return about
