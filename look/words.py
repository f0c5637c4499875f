"""The words of an error, where a field has none of its own."""

from django import forms


def teach(field: forms.Field, label: str) -> None:
    """Give a field the house's error words; words it was given itself stay."""
    for code, words in _house_words(field, label).items():
        if _is_djangos(field, code):
            field.error_messages[code] = words


def too_long(label: str, limit: int) -> str:
    return f"“{_literal(label)}” must be {limit:,} characters or fewer"


def _house_words(field: forms.Field, label: str) -> dict[str, str]:
    name = _literal(label)
    missing = _missing(field, name)
    words = {"required": missing, "invalid_choice": missing, "invalid_list": missing}
    if isinstance(field, forms.IntegerField):
        words["invalid"] = f"“{name}” must be a number, like 40"
        words["min_value"] = f"“{name}” must be {field.min_value} or more"
        words["max_value"] = f"“{name}” must be {field.max_value} or less"
    if isinstance(field, forms.CharField) and field.max_length is not None:
        words["max_length"] = too_long(label, field.max_length)
    return words


def _missing(field: forms.Field, name: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Choose “{name}” to continue"
    verb = "Choose" if isinstance(field, forms.ChoiceField) else "Enter"
    if name.endswith("?"):
        return f"{verb} an answer to “{name}”"
    return f"{verb} {_inside_a_sentence(name)}"


def _inside_a_sentence(name: str) -> str:
    starts_with_initials = name[1:2].isupper()
    return name if starts_with_initials else name[:1].lower() + name[1:]


def _is_djangos(field: forms.Field, code: str) -> bool:
    """True where the words are still those Django came with (or there are none)."""
    given = field.error_messages.get(code)
    if given is None:
        return True
    return any(
        given is kind.__dict__.get("default_error_messages", {}).get(code)
        for kind in type(field).__mro__
        if kind.__module__.startswith("django.")
    )


def _literal(label: str) -> str:
    """A label as part of a message into which Django puts values with ``%``."""
    return str(label).replace("%", "%%")
