from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from offers.models import Case
from offers.models.choices import within

LEAST_RATE, MOST_RATE = Decimal("0.000001"), Decimal(999_999)


class ExchangeRate(models.Model):
    """What one unit of `currency` is worth in `into`, as the person gave it. Never looked up."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="exchange_rates")
    currency = models.CharField(max_length=3)
    into = models.CharField(max_length=3)
    value = models.DecimalField(max_digits=12, decimal_places=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "currency", "into"], name="exchange_rate_once_per_pair"
            ),
            models.CheckConstraint(
                condition=~Q(currency=F("into")), name="exchange_rate_of_two_currencies"
            ),
            within("value", LEAST_RATE, MOST_RATE, name="exchange_rate_within_limit"),
        ]

    def __str__(self) -> str:
        return f"{self.currency} in {self.into}"
