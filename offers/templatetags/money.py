from decimal import Decimal

from django import template

from offers.money import format_money

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """$68,000 from an amount and the code of its currency."""
    return "" if amount is None else format_money(amount, currency)
