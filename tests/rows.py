"""The rows of the database, to compare before and after; and a way to take back what a test did."""

import re
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model

OURS = ("accounts", "offers", "coaching")
WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')


def our_models() -> list[type[Model]]:
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def all_rows(tables: Container[str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """Every row of ours, by model; with `tables`, only what is in these."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in our_models()
        if tables is None or model._meta.db_table in tables
    }


@contextmanager
def tables_written() -> Iterator[set[str]]:
    """Which tables are written to inside. All others are as they were."""
    found: set[str] = set()

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if write := WRITES.match(sql):
            found.add(write[1])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield found


def row_counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in our_models()}


@contextmanager
def taken_back() -> Iterator[None]:
    """What is written inside is rolled back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
