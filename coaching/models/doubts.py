"""A closer look at the doubt, all of it optional and marked N: only the person ever reads it."""

from django.db import models

from offers.models import Answer, Case
from offers.models.choices import known_or_open, within

MOST_BELIEFS = 5
MOST_TRUSTED = 6


class HowItCame(models.TextChoices):
    UNASKED = "unasked", "They came to me"
    PENDING = "pending", "I had applied, and was waiting"
    ASKED = "asked", "I went looking after my yes"
    UNKNOWN = "unknown", "I don’t know how to put it"


class HowAlike(models.TextChoices):
    VERY = "very", "Much the same work"
    PARTLY = "partly", "Partly the same"
    HARDLY = "hardly", "Hardly the same"
    UNKNOWN = "unknown", "I don’t know"


class HowMuchBetter(models.TextChoices):
    FAR = "far", "Far better"
    SOMEWHAT = "somewhat", "Somewhat better"
    SAME = "same", "About the same"
    UNKNOWN = "unknown", "I don’t know"


class LaterOffer(models.Model):
    """An offer or an approach that came after the yes (S0-2)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="later_offer")
    came = models.CharField(max_length=8, choices=HowItCame, blank=True)
    alike = models.CharField(max_length=8, choices=HowAlike, blank=True)
    better = models.CharField(max_length=8, choices=HowMuchBetter, blank=True)

    class Meta:
        constraints = [
            known_or_open("came", HowItCame, name="later_offer_came_known"),
            known_or_open("alike", HowAlike, name="later_offer_alike_known"),
            known_or_open("better", HowMuchBetter, name="later_offer_better_known"),
        ]

    def __str__(self) -> str:
        return f"Later offer of {self.case_id}"


class CounterOffer(models.Model):
    """What made the person want to leave the job that now bids for them (SC4)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="counter_offer")
    left_because = models.CharField(max_length=2000, blank=True)
    what_changed = models.CharField(max_length=2000, blank=True)

    def __str__(self) -> str:
        return f"Counter-offer of {self.case_id}"


class Sentence(models.TextChoices):
    """What many people tell themselves."""

    RUDE = "rude", "It is rude to go back on a yes"
    WORD = "word", "A yes can never be taken back"
    LET_DOWN = "let-down", "I can’t let anyone down"
    NO_OTHER = "no-other", "There will be no other offer"
    HATE = "hate", "They will hate me"
    FIX = "fix", "I can fix it later"
    OWN = "own", "Something else"


class Belief(models.Model):
    """One sentence a person tells themselves, tested, and put more fairly (S0-10)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="beliefs")
    number = models.PositiveSmallIntegerField()
    sentence = models.CharField(max_length=8, choices=Sentence, blank=True)
    words = models.CharField(max_length=120, blank=True)
    speaks_for = models.CharField(max_length=2000, blank=True)
    speaks_against = models.CharField(max_length=2000, blank=True)
    to_a_friend = models.CharField(max_length=8, choices=Answer, blank=True)
    fairer = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="belief_once_per_place"),
            within("number", 1, MOST_BELIEFS, name="belief_within_limit"),
            known_or_open("sentence", Sentence, name="belief_sentence_known"),
            known_or_open("to_a_friend", Answer, name="belief_to_a_friend_known"),
        ]

    def __str__(self) -> str:
        is_own = self.sentence in ("", Sentence.OWN)
        return (self.words if is_own else self.get_sentence_display()) or "Not written yet"


class Pleasing(models.Model):
    """Whether part of the yes was there for somebody else (S0-11, S0-6)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="pleasing")
    hard_to_say_no = models.CharField(max_length=8, choices=Answer, blank=True)
    for_others = models.CharField(max_length=8, choices=Answer, blank=True)
    only_first = models.CharField(max_length=8, choices=Answer, blank=True)
    if_nobody_minded = models.CharField(max_length=8, choices=Answer, blank=True)

    class Meta:
        constraints = [
            known_or_open(name, Answer, name=f"pleasing_{name}_known")
            for name in ("hard_to_say_no", "for_others", "only_first", "if_nobody_minded")
        ]

    def __str__(self) -> str:
        return f"Pleasing of {self.case_id}"


class HowMuch(models.TextChoices):
    NONE = "none", "None"
    SOME = "some", "Some"
    A_LOT = "a-lot", "A lot"


PRESSURES = {
    "sunk_time": "The time I have put in",
    "missing_out": "Fear of missing out",
    "what_next": "Fear of what comes next",
    "family": "My family",
    "recruiter": "A recruiter",
    "myself": "Myself",
    "safe_option": "The “safe” option",
}


class Pressure(models.Model):
    """How hard each thing pushes (S3-2)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="pressure")
    sunk_time = models.CharField(max_length=8, choices=HowMuch, blank=True)
    missing_out = models.CharField(max_length=8, choices=HowMuch, blank=True)
    what_next = models.CharField(max_length=8, choices=HowMuch, blank=True)
    family = models.CharField(max_length=8, choices=HowMuch, blank=True)
    recruiter = models.CharField(max_length=8, choices=HowMuch, blank=True)
    myself = models.CharField(max_length=8, choices=HowMuch, blank=True)
    safe_option = models.CharField(max_length=8, choices=HowMuch, blank=True)

    class Meta:
        constraints = [
            known_or_open(name, HowMuch, name=f"pressure_{name}_known") for name in PRESSURES
        ]

    def __str__(self) -> str:
        return f"Pressure of {self.case_id}"


class FirstDays(models.Model):
    """A plan for the first 90 days: for nerves, where leaving is not the question (SC19)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="first_days")
    learn_1 = models.CharField(max_length=120, blank=True)
    learn_2 = models.CharField(max_length=120, blank=True)
    learn_3 = models.CharField(max_length=120, blank=True)
    person = models.CharField(max_length=120, blank=True)
    ask_1 = models.CharField(max_length=120, blank=True)
    ask_2 = models.CharField(max_length=120, blank=True)
    ask_3 = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return f"First 90 days of {self.case_id}"

    @property
    def learn(self) -> list[tuple[int, str]]:
        """The day by which, and what is to be learned."""
        lines = ((30, self.learn_1), (60, self.learn_2), (90, self.learn_3))
        return [(day, words) for day, words in lines if words]

    @property
    def own_questions(self) -> list[str]:
        return [words for words in (self.ask_1, self.ask_2, self.ask_3) if words]


class Helps(models.TextChoices):
    LISTENS = "listens", "Lets me think out loud"
    FIELD = "field", "Knows this kind of work"
    CAREER = "career", "Mentor or career adviser"
    FAMILY = "family", "Family"
    FRIEND = "friend", "Friend"
    OTHER = "other", "Something else"


class Trusted(models.Model):
    """Somebody the person trusts, and what they said (S0-24, S1-10)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="trusted")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    helps = models.CharField(max_length=8, choices=Helps, blank=True)
    said = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="trusted_once_per_place"),
            within("number", 1, MOST_TRUSTED, name="trusted_within_limit"),
            known_or_open("helps", Helps, name="trusted_helps_known"),
        ]

    def __str__(self) -> str:
        return self.name or "Not written yet"
