from __future__ import annotations

from functools import cached_property
from zoneinfo import ZoneInfo

from django.core.validators import DomainNameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import get_random_string

# Nothing that can be read as something else: a student types it off a poster.
JOIN_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
IS_DOMAIN = DomainNameValidator(message="Type a domain, such as school.edu.")


def new_join_code() -> str:
    return get_random_string(8, JOIN_LETTERS)


class Centre(models.Model):
    """One school's career centre. Several share an installation; none sees another."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=40, unique=True)
    time_zone = models.CharField(max_length=64, default="America/New_York")
    # How students reach it outside this site; shown to them.
    email = models.EmailField(blank=True)
    page = models.URLField(blank=True)
    # Students who type it join. Empty: nobody joins by code.
    join_code = models.CharField(max_length=8, default=new_join_code, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["join_code"],
                condition=~models.Q(join_code=""),
                name="centre_join_code_is_its_own",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class EmailDomain(models.Model):
    """Students with a confirmed address there may join. It never makes anybody staff."""

    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=120, validators=[IS_DOMAIN])

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.UniqueConstraint(
                Lower("domain"),
                name="email_domain_of_one_centre",
                violation_error_message="A career center has this domain already.",
            )
        ]

    def __str__(self) -> str:
        return self.domain
