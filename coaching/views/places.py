"""The numbered places of a short list, from 1."""

from collections.abc import Collection

from django.http import Http404


def first_free(taken: Collection[int], most: int) -> int | None:
    """The first place that nothing stands at; None when the list is full."""
    return next((number for number in range(1, most + 1) if number not in taken), None)


def place_within(number: int, most: int) -> int:
    """The place itself. Raises Http404 where the list has no such place."""
    if not 1 <= number <= most:
        raise Http404
    return number
