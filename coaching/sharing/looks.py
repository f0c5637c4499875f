"""Who opened what, as the person reads it: one line for what was opened often on one day."""

from datetime import tzinfo
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import TruncDate

SHOWN = 100  # lines, the newest


def looks_of(views: QuerySet[Any], zone: tzinfo, *by: str) -> QuerySet[Any, Any]:
    """The newest lines: the columns of `by`, and of one day in `zone` its `first`, `last`, `times`.

    Cut once they are lines, so that nobody who looks often pushes out what somebody else opened.
    """
    days = views.order_by().values(*by, day=TruncDate("at", tzinfo=zone))
    lines = days.annotate(first=Min("at"), last=Max("at"), times=Count("pk"), newest=Max("pk"))
    newest = lines.order_by("-last", "-newest")[:SHOWN]
    return newest.values_list(*by, "first", "last", "times", named=True)
