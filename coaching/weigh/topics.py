"""What jobs are rated by, in words: the question, the scale, and how much it matters."""

from coaching.models import Topic

# Culture, people, advancement, autonomy and one’s own values are asked for as well as pay (S4-9).
HINTS = {
    Topic.PAY: "Pay, bonus, health plan, days off.",
    Topic.WORK: "What you do all day, and how much of it is yours to decide.",
    Topic.PEOPLE: "The team, the boss, and how they treat each other.",
    Topic.GROWTH: "What you can learn, and whether you can move up.",
    Topic.FLEXIBILITY: "The hours, days at home, and time for the rest of your life.",
    Topic.PLACE: "The town, the trip to work, and who lives near.",
    Topic.OWN_1: "Such as your values, or a job that will last.",
    Topic.OWN_2: "Such as your values, or a job that will last.",
}
IN_A_SENTENCE = {
    Topic.PAY: "pay",
    Topic.WORK: "the work",
    Topic.PEOPLE: "people and culture",
    Topic.GROWTH: "growth",
    Topic.FLEXIBILITY: "flexibility",
    Topic.PLACE: "the place",
    Topic.OWN_1: "something of your own",
    Topic.OWN_2: "another thing of your own",
}
WEIGHTS = ((0, "Not at all"), (1, "A little"), (2, "Some"), (3, "A lot"), (4, "Most"))
SCORES = ((1, "1 Poor"), (2, "2 Weak"), (3, "3 Fair"), (4, "4 Good"), (5, "5 Great"))
MATTERS = (
    "Does not matter",
    "Matters a little",
    "Matters some",
    "Matters a lot",
    "Matters most",
)
MATTERED = (
    "did not matter",
    "mattered a little",
    "mattered some",
    "mattered a lot",
    "mattered most",
)


def in_a_sentence(topic: str, words: str) -> str:
    """ "the work", or the person's own words in quotation marks."""
    return f"“{words}”" if words else IN_A_SENTENCE[Topic(topic)]
