"""What can be picked about a job, beside words of one’s own."""

from django.db import models


class Closer(models.TextChoices):
    """Which way leads closer to one’s goals. A form says the two ways in words of the stage."""

    KEEP = "keep", "Keep the job"
    LEAVE = "leave", "Back out"
    SAME = "same", "About the same"
    UNKNOWN = "unknown", "I don’t know"


class Pull(models.TextChoices):
    """The work itself, or the end of the search."""

    EXCITED = "excited", "Excited about the work"
    RELIEVED = "relieved", "Relieved to have a job"
    BOTH = "both", "Some of both"
    NEITHER = "neither", "Neither"
    UNKNOWN = "unknown", "I don’t know"


class Regard(models.TextChoices):
    """Two things in one question, so that neither hides the other."""

    BOTH = "both", "Yes, both"
    RESPECTED = "respected", "Respected, but not well informed"
    INFORMED = "informed", "Well informed, but not respected"
    NEITHER = "neither", "Neither"
    UNKNOWN = "unknown", "I don’t know"


class Treated(models.TextChoices):
    """How one employer dealt with the person up to now."""

    WELL = "well", "Well"
    MIXED = "mixed", "Some of both"
    BADLY = "badly", "Badly"
    UNKNOWN = "unknown", "Not sure"


class Kind(models.TextChoices):
    """What a thought about the job is."""

    FACT = "fact", "A fact"
    FEAR = "fear", "A fear"


class RestsOn(models.TextChoices):
    """What a fact rests on. What happened weighs more than an assurance."""

    SIGNAL = "signal", "Something that happened"
    PROMISE = "promise", "Something they promised"
