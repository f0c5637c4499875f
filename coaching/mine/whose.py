"""Which rows are whose. It follows from the models alone, so a new table is never forgotten.

A table is a person’s when a chain of cascading relations ties it to them: it goes when they go.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet

from accounts.models import User
from coaching.models import Reminders
from post.models import Mail


@cache
def paths_to_the_person() -> dict[type[models.Model], str]:
    """Each table of a person, and the lookup that leads from a row of it to them."""
    paths: dict[type[models.Model], str] = {User: "pk"}
    queue: list[type[models.Model]] = [User]
    while queue:
        owner = queue.pop(0)
        for field in _belonging_to(owner):
            if field.model not in paths:
                onward = "" if owner is User else f"__{paths[owner]}"
                paths[field.model] = f"{field.name}{onward}"
                queue.append(field.model)
    return paths


def _belonging_to(owner: type[models.Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    """Every relation by which a row goes when its owner goes."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.ForeignKey) or field.related_model is not owner:
                continue
            if field.remote_field.on_delete is models.CASCADE:
                yield field


def tables_of_a_person() -> list[type[models.Model]]:
    """The same tables, and the outbox, which knows people by address alone; by name."""
    return sorted([*paths_to_the_person(), Mail], key=lambda model: model._meta.label)


def rows_of(user: User, model: type[models.Model]) -> QuerySet[Any]:
    if model is Mail:
        return mail_of(user).order_by("pk")
    return model._base_manager.filter(**{paths_to_the_person()[model]: user.pk}).order_by("pk")


def mail_of(user: User) -> QuerySet[Mail]:
    """To any address of theirs, and the reminders of their cases wherever those went."""
    addresses = rows_of(user, apps.get_model("account", "EmailAddress"))
    to = {user.email or "", *addresses.values_list("email", flat=True)} - {""}
    wanted = Q(to__in=to)
    for pk in Reminders.objects.filter(case__owner=user).values_list("pk", flat=True):
        wanted |= Q(key__startswith=f"reminder:{pk}:")
    return Mail.objects.filter(wanted)
