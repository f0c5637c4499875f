"""Answers marked N: nobody but the person ever reads them. Staff code may not import this file."""

from django.db import models

from offers.models import Answer, Case, Offer
from offers.models.choices import known, known_or_open, within

from .decision import Outcome
from .picked import Closer, Kind, Pull, Regard, RestsOn, Treated

MOST_THOUGHTS = 12


class Feeling(models.Model):
    """How heavy it feels at the first pause, and what pulls."""

    PULLS = {
        "pull_offer": "A new offer",
        "pull_gut": "Doubt in my gut",
        "pull_pressure": "Pressure",
        "pull_guilt": "Guilt",
        "pull_money": "Money",
        "pull_family": "Family",
        "pull_change": "Something changed",
        "pull_other": "Something else",
    }

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="feeling")
    weight = models.PositiveSmallIntegerField(null=True)
    pull_offer = models.BooleanField(default=False)
    pull_gut = models.BooleanField(default=False)
    pull_pressure = models.BooleanField(default=False)
    pull_guilt = models.BooleanField(default=False)
    pull_money = models.BooleanField(default=False)
    pull_family = models.BooleanField(default=False)
    pull_change = models.BooleanField(default=False)
    pull_other = models.BooleanField(default=False)
    forced = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            within("weight", 1, 5, name="feeling_weight_on_scale"),
            known_or_open("forced", Answer, name="feeling_forced_known"),
        ]

    def __str__(self) -> str:
        return f"Feeling of {self.case_id}"

    @property
    def is_heavy(self) -> bool:
        return self.weight is not None and self.weight <= 2


class GutSays(models.TextChoices):
    YES = "yes", "It leans to this job"
    NO = "no", "It leans away from this job"
    BOTH = "both", "It says both"
    UNKNOWN = "unknown", "I can’t tell"


class RealReason(models.Model):
    """Up to three reasons behind the doubt, in the person's own choice."""

    GROUPS = {
        "The job": {
            "terms_changed": "The terms changed",
            "role_differs": "The role is not what I was told",
            "people": "The people or the culture",
            "commute": "The trip to work",
            "place": "The place",
        },
        "The pay": {
            "pay": "The pay is too low",
            "not_at_ease": "I was never at ease with the pay",
            "never_asked": "I was too nervous to ask for more",
        },
        "Something new": {
            "better_offer": "A better offer came",
            "counter_offer": "My current employer made a counter-offer",
            "health_family": "Health or family",
            "life_changed": "Something else in my life changed",
        },
        "How I said yes": {
            "pressure": "I said yes under pressure",
            "for_practice": "I went for practice, or could not say no",
            "sank_in": "It sank in only later",
        },
        "How I feel": {
            "cold_feet": "Cold feet",
            "not_good_enough": "I feel I am not good enough",
            "gut": "My gut",
        },
    }
    REASONS = {name: words for group in GROUPS.values() for name, words in group.items()}
    MOST = 3

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="real_reason")
    better_offer = models.BooleanField(default=False)
    terms_changed = models.BooleanField(default=False)
    role_differs = models.BooleanField(default=False)
    people = models.BooleanField(default=False)
    pay = models.BooleanField(default=False)
    place = models.BooleanField(default=False)
    health_family = models.BooleanField(default=False)
    counter_offer = models.BooleanField(default=False)
    cold_feet = models.BooleanField(default=False)
    not_good_enough = models.BooleanField(default=False)
    pressure = models.BooleanField(default=False)
    gut = models.BooleanField(default=False)
    commute = models.BooleanField(default=False)
    not_at_ease = models.BooleanField(default=False)
    never_asked = models.BooleanField(default=False)
    for_practice = models.BooleanField(default=False)
    sank_in = models.BooleanField(default=False)
    life_changed = models.BooleanField(default=False)
    gut_says = models.CharField(max_length=8, choices=GutSays, blank=True)
    gut_noticed = models.CharField(max_length=2000, blank=True)
    first = models.CharField(max_length=2000, blank=True)
    still = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            known_or_open("still", Answer, name="real_reason_still_known"),
            known_or_open("gut_says", GutSays, name="real_reason_gut_known"),
        ]

    def __str__(self) -> str:
        return f"Reasons of {self.case_id}"

    @property
    def chosen(self) -> list[str]:
        return [name for name in self.REASONS if getattr(self, name)]

    @property
    def has_later_offer(self) -> bool:
        """An offer came after the yes: from somebody else, or to stay."""
        return self.better_offer or self.counter_offer


class Reflection(models.Model):
    """Answers to the questions to sit with: a column for words, and one for what was picked."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="reflection")
    goals = models.CharField(max_length=2000, blank=True)
    give_up_leaving = models.CharField(max_length=2000, blank=True)
    give_up_staying = models.CharField(max_length=2000, blank=True)
    without_worry = models.CharField(max_length=2000, blank=True)
    excited = models.CharField(max_length=2000, blank=True)
    respected = models.CharField(max_length=2000, blank=True)
    support = models.CharField(max_length=2000, blank=True)
    friend = models.CharField(max_length=2000, blank=True)
    goals_pick = models.CharField(max_length=8, choices=Closer, blank=True)
    without_worry_pick = models.CharField(max_length=8, choices=Answer, blank=True)
    excited_pick = models.CharField(max_length=8, choices=Pull, blank=True)
    respected_pick = models.CharField(max_length=9, choices=Regard, blank=True)
    all_in = models.CharField(max_length=8, choices=Answer, blank=True)
    all_in_you = models.CharField(max_length=2000, blank=True)
    all_in_them = models.CharField(max_length=2000, blank=True)
    fair = models.CharField(max_length=2000, blank=True)
    suits = models.CharField(max_length=2000, blank=True)

    class Meta:
        constraints = [
            known_or_open("goals_pick", Closer, name="reflection_goals_known"),
            known_or_open("without_worry_pick", Answer, name="reflection_without_worry_known"),
            known_or_open("excited_pick", Pull, name="reflection_excited_known"),
            known_or_open("respected_pick", Regard, name="reflection_respected_known"),
            known_or_open("all_in", Answer, name="reflection_all_in_known"),
        ]

    def __str__(self) -> str:
        return f"Reflection of {self.case_id}"


class WarningSigns(models.Model):
    """What the person saw in one job (S3-4…S3-8), and how they were treated (S3-16)."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="warning_signs")
    role = models.CharField(max_length=8, choices=Answer, blank=True)
    role_note = models.CharField(max_length=500, blank=True)
    pay = models.CharField(max_length=8, choices=Answer, blank=True)
    pay_note = models.CharField(max_length=500, blank=True)
    path = models.CharField(max_length=8, choices=Answer, blank=True)
    path_note = models.CharField(max_length=500, blank=True)
    talks = models.CharField(max_length=8, choices=Answer, blank=True)
    talks_note = models.CharField(max_length=500, blank=True)
    push = models.CharField(max_length=8, choices=Answer, blank=True)
    push_note = models.CharField(max_length=500, blank=True)
    treated = models.CharField(max_length=8, choices=Treated, blank=True)
    treated_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            known_or_open("role", Answer, name="warning_signs_role_known"),
            known_or_open("pay", Answer, name="warning_signs_pay_known"),
            known_or_open("path", Answer, name="warning_signs_path_known"),
            known_or_open("talks", Answer, name="warning_signs_talks_known"),
            known_or_open("push", Answer, name="warning_signs_push_known"),
            known_or_open("treated", Treated, name="warning_signs_treated_known"),
        ]

    def __str__(self) -> str:
        return f"Warning signs of offer {self.offer_id}"


class Habits(models.Model):
    """What people tell themselves about a job, asked about oneself (S3-9…S3-13)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="habits")
    fix_later = models.CharField(max_length=8, choices=Answer, blank=True)
    fix_later_note = models.CharField(max_length=500, blank=True)
    any_offer = models.CharField(max_length=8, choices=Answer, blank=True)
    any_offer_note = models.CharField(max_length=500, blank=True)
    unwritten = models.CharField(max_length=8, choices=Answer, blank=True)
    unwritten_note = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=8, choices=Answer, blank=True)
    title_note = models.CharField(max_length=500, blank=True)
    stress = models.CharField(max_length=8, choices=Answer, blank=True)
    stress_note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            known_or_open("fix_later", Answer, name="habits_fix_later_known"),
            known_or_open("any_offer", Answer, name="habits_any_offer_known"),
            known_or_open("unwritten", Answer, name="habits_unwritten_known"),
            known_or_open("title", Answer, name="habits_title_known"),
            known_or_open("stress", Answer, name="habits_stress_known"),
        ]

    def __str__(self) -> str:
        return f"Habits of {self.case_id}"


class Thought(models.Model):
    """One line of two columns: what is so, or what is feared (S3-17, S3-18)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="thoughts")
    number = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=120)
    kind = models.CharField(max_length=4, choices=Kind)
    # What a fact rests on, and what would show whether a fear is one.
    rests_on = models.CharField(max_length=7, choices=RestsOn, blank=True)
    would_show = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="thought_once_per_place"),
            within("number", 1, MOST_THOUGHTS, name="thought_within_limit"),
            models.CheckConstraint(condition=~models.Q(words=""), name="thought_has_words"),
            known("kind", Kind, name="thought_kind_known"),
            known_or_open("rests_on", RestsOn, name="thought_rests_on_known"),
            models.CheckConstraint(
                condition=models.Q(kind="fact", would_show="") | models.Q(kind="fear", rests_on=""),
                name="thought_asked_for_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class DiaryLine(models.Model):
    """How each way feels today, once a day."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="diary")
    day = models.DateField()
    keep = models.PositiveSmallIntegerField()
    leave = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["case", "day"]
        constraints = [
            models.UniqueConstraint(fields=["case", "day"], name="diary_line_once_a_day"),
            within("keep", 1, 5, name="diary_keep_on_scale"),
            within("leave", 1, 5, name="diary_leave_on_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.day}"


class Lean(models.TextChoices):
    """The ways to lean: those of a decision, and not knowing yet."""

    KEEP = Outcome.KEEP.value, Outcome.KEEP.label
    OUT = Outcome.OUT.value, Outcome.OUT.label
    ASK = Outcome.ASK.value, Outcome.ASK.label
    UNKNOWN = "unknown", "I don’t know"


class Leaning(models.Model):
    """Where the person leaned before weighing. Written once; `weigh.leaning` says when it opens."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="leaning")
    choice = models.CharField(max_length=8, choices=Lean)
    sure = models.PositiveSmallIntegerField(null=True)
    because = models.CharField(max_length=120, blank=True)
    sealed_at = models.DateTimeField()

    class Meta:
        constraints = [
            known("choice", Lean, name="leaning_choice_known"),
            within("sure", 1, 5, name="leaning_sure_on_scale"),
        ]

    def __str__(self) -> str:
        return f"Leaning of {self.case_id}"


class DecisionNote(models.Model):
    """The choice before it is saved as a decision, how sure, why, and a note for a hard day."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="decision_note")
    choice = models.CharField(max_length=4, choices=Outcome, blank=True)
    # Which of several offers is said yes to.
    offer = models.ForeignKey(
        Offer, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    sure = models.PositiveSmallIntegerField(null=True)
    because = models.CharField(max_length=2000, blank=True)
    note = models.CharField(max_length=2000, blank=True)
    # The question of RealReason.still, asked once more on the day.
    still = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            known_or_open("choice", Outcome, name="decision_note_choice_known"),
            known_or_open("still", Answer, name="decision_note_still_known"),
            within("sure", 1, 5, name="decision_note_sure_on_scale"),
        ]

    def __str__(self) -> str:
        return f"Note of {self.case_id}"
