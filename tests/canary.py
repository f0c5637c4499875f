"""A word of its own in every text that people typed: whoever meets it knows where it comes from."""

import re

from coaching.models import OwnOption
from tests.coaching.test_print import typed_columns


def a_word_in_every_text() -> dict[str, str]:
    """Add one to each column that holds words by now. Returns where each word stands."""
    words = {}
    for number, (model, field) in enumerate(typed_columns()):
        for row in model._base_manager.all():
            text = f"{getattr(row, field.name)} Zq{number}x".strip()
            if model is not OwnOption and " " in text:
                model._base_manager.filter(pk=row.pk).update(**{field.name: text})
                words[f"Zq{number}x"] = f"{model._meta.label}.{field.name}"
    return words


def met_in(text: str, words: dict[str, str]) -> set[str]:
    """The columns of which a word stands in this text."""
    return {words[word] for word in re.findall(r"Zq\d+x", text) if word in words}
