"""The rows of the database, to compare before and after; and a way to take back what a test did."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model

OURS = ("accounts", "offers", "coaching")


def our_models() -> list[type[Model]]:
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Every row of ours, by model."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in our_models()
    }


def row_counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in our_models()}


@contextmanager
def taken_back() -> Iterator[None]:
    """What is written inside is rolled back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
