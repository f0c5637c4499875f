"""Form fields for facts about an offer, in the house's words."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from look.fields import HouseField
from look.text import clean_line
from offers.money import MoneyError, grouped, parse_money

NO_AMOUNT = "“{}” must be a number, like 68,000 or 68k"


class MoneyField(HouseField):
    """An amount as people type it ("68k", "$68,000"); cleans to a Decimal, or None when empty."""

    currency = ""  # how thousands are grouped where it is used

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        text = clean_line(str(value))
        if not text:
            return None
        try:
            return parse_money(text)
        except MoneyError as problem:
            raise ValidationError(NO_AMOUNT.format(self.label), code="invalid") from problem

    def prepare_value(self, value: Any) -> Any:
        """A saved amount shows with commas and no empty cents; typed text stays as typed."""
        if not isinstance(value, Decimal):
            return value
        return grouped(value, self.currency)
