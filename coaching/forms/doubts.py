"""The pages that take a closer look at the doubt. N, all of them."""

from typing import Any, ClassVar

from coaching.models import (
    PRESSURES,
    Belief,
    CounterOffer,
    FirstDays,
    Helps,
    HowAlike,
    HowItCame,
    HowMuch,
    HowMuchBetter,
    LaterOffer,
    Pleasing,
    Pressure,
    Sentence,
    Trusted,
)
from look.fields import LineField, PickOne, TextField, YesNoField
from look.layout import Group, Picks, Scale
from offers.models import Case

from .base import RowPage, one_of

CHOOSE = "Choose yes, no or “I don’t know”"
ABOUT_A_YES = (Sentence.RUDE, Sentence.WORD)


class LaterOfferForm(RowPage):
    layout: ClassVar = ("came", "alike", "better")

    came = PickOne(
        label="How did it come to you?", choices=HowItCame.choices, error="Choose how it came"
    )
    alike = PickOne(
        label="How alike are the two jobs?",
        choices=HowAlike.choices,
        error="Choose how alike they are",
    )
    better = PickOne(
        label="How much better is it, all in all?",
        help_text="Think of the work, the people and your life. Pay is one part.",
        choices=HowMuchBetter.choices,
        error="Choose how much better it is",
    )

    class Meta:
        model = LaterOffer
        fields = ("came", "alike", "better")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> LaterOffer:
        return one_of(case, "later_offer", LaterOffer)


class CounterOfferForm(RowPage):
    layout: ClassVar = ("left_because", "what_changed")

    left_because = TextField(
        label="What made you want to leave?",
        help_text="Think of the day you began to look.",
        required=False,
    )
    what_changed = TextField(
        label="Has it changed?",
        help_text="What is different now, apart from the offer itself?",
        required=False,
    )

    class Meta:
        model = CounterOffer
        fields = ("left_because", "what_changed")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> CounterOffer:
        return one_of(case, "counter_offer", CounterOffer)


class BeliefForm(RowPage):
    """One sentence, at place `about` of the list."""

    layout: ClassVar = (
        Picks("sentence", reveal={Sentence.OWN: ("words",)}),
        "speaks_for",
        "speaks_against",
        "to_a_friend",
        "fairer",
    )

    sentence = PickOne(
        label="What do you tell yourself?",
        choices=Sentence.choices,
        error="Choose a sentence, or write your own",
    )
    words = LineField(
        label="Your own sentence", required=False, quiet=True, error="Enter your own sentence"
    )
    speaks_for = TextField(label="What speaks for it?", required=False)
    speaks_against = TextField(
        label="What speaks against it?",
        help_text="Was it ever not so? Who sees it another way?",
        required=False,
    )
    to_a_friend = YesNoField(label="Would you say this to a friend?", error=CHOOSE)
    fairer = TextField(
        label="What is a fairer way to put it?",
        help_text="Such as: “It is hard, and I can do it with respect.”",
        required=False,
    )

    class Meta:
        model = Belief
        fields = ("sentence", "words", "speaks_for", "speaks_against", "to_a_friend", "fairer")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.is_not_accepted:  # there is no yes yet to go back on
            kept = (*(one for one in Sentence if one not in ABOUT_A_YES), self.instance.sentence)
            self.fields["sentence"].choices = [
                choice for choice in Sentence.choices if choice[0] in kept
            ]

    @classmethod
    def instance_for(cls, case: Case, about: int) -> Belief:
        stored = case.beliefs.filter(number=about).first()
        return stored or Belief(case=case, number=about)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("sentence") == Sentence.OWN:
            self.require("words")
        return self.cleaned_data


class PleasingForm(RowPage):
    layout: ClassVar = ("hard_to_say_no", "for_others", "only_first", "if_nobody_minded")

    hard_to_say_no = YesNoField(
        label="Is it hard for you to say no, even when you want to?",
        error="Choose if it is hard for you to say no",
    )
    for_others = YesNoField(
        label="Is part of your yes there to make somebody happy?",
        error="Choose if part of your yes is for somebody else",
    )
    only_first = YesNoField(
        label="Do you feel bound only because you said yes to this job first?",
        error="Choose if you feel bound by your first yes",
    )
    if_nobody_minded = YesNoField(
        label="If nobody minded at all, would you know what you want?",
        error="Choose if you would know what you want",
    )

    class Meta:
        model = Pleasing
        fields = ("hard_to_say_no", "for_others", "only_first", "if_nobody_minded")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.is_not_accepted:
            del self.fields["only_first"]  # there is no first yes yet

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Pleasing:
        return one_of(case, "pleasing", Pleasing)


class PressureForm(RowPage):
    layout: ClassVar = tuple(Scale(name) for name in PRESSURES)

    class Meta:
        model = Pressure
        fields = tuple(PRESSURES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in PRESSURES.items():
            error = f"Choose none, some or a lot for “{words[0].lower()}{words[1:]}”"
            self.fields[name] = PickOne(label=words, choices=HowMuch.choices, error=error)

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> Pressure:
        return one_of(case, "pressure", Pressure)


class FirstDaysForm(RowPage):
    layout: ClassVar = (
        Group("Three things to learn", "learn_1", "learn_2", "learn_3"),
        Group("People", "person"),
        Group("Your own questions for your manager", "ask_1", "ask_2", "ask_3"),
    )

    learn_1 = LineField(label="By day 30", required=False)
    learn_2 = LineField(label="By day 60", required=False)
    learn_3 = LineField(label="By day 90", required=False)
    person = LineField(
        label="One person to ask when you are stuck",
        help_text="A name, or a role such as “somebody on the team”.",
        required=False,
    )
    ask_1 = LineField(label="Question 1", required=False)
    ask_2 = LineField(label="Question 2", required=False)
    ask_3 = LineField(label="Question 3", required=False)

    class Meta:
        model = FirstDays
        fields = ("learn_1", "learn_2", "learn_3", "person", "ask_1", "ask_2", "ask_3")

    @classmethod
    def instance_for(cls, case: Case, about: Any) -> FirstDays:
        return one_of(case, "first_days", FirstDays)


class TrustedForm(RowPage):
    """One person the reader trusts, at place `about` of the list."""

    layout: ClassVar = ("name", "helps", "said")

    name = LineField(label="Name", error="Enter a name", autocomplete="off")
    helps = PickOne(
        label="How do they help you?", choices=Helps.choices, error="Choose how they help you"
    )
    said = TextField(
        label="What did they say?",
        help_text="You can come back and add it once you have talked.",
        required=False,
    )

    class Meta:
        model = Trusted
        fields = ("name", "helps", "said")

    @classmethod
    def instance_for(cls, case: Case, about: int) -> Trusted:
        stored = case.trusted.filter(number=about).first()
        return stored or Trusted(case=case, number=about)
