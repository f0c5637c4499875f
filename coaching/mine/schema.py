"""What the export looks like, as a JSON Schema: made from the models, kept in docs."""

from typing import Any

from django.db import models

from .export import FORMAT, VERSION, columns_of, tables_exported

TYPES: tuple[tuple[type[models.Field], dict[str, str]], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.DecimalField, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.UUIDField, {"type": "string", "format": "uuid"}),
    (models.BinaryField, {"type": "string", "description": "The name of a file beside this one."}),
    (models.JSONField, {"type": "object"}),
    (models.CharField, {"type": "string"}),
    (models.TextField, {"type": "string"}),
)


def schema() -> dict[str, Any]:
    tables = {model._meta.label: _table(model) for model in tables_exported()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything that Second Thoughts keeps of one person",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "tables": _object(tables),
            "withheld": {
                "description": "Rows that are there and stay closed for now, with the reason.",
                "type": "array",
                "items": _object(
                    {
                        "table": {"type": "string"},
                        "id": {"type": "integer"},
                        "why": {"type": "string"},
                    }
                ),
            },
            "left_out": {
                "description": "Tables and columns that are not in this file, with the reason.",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
        },
        "required": ["format", "version", "tables", "withheld", "left_out"],
        "additionalProperties": False,
    }


def _table(model: type[models.Model]) -> dict[str, Any]:
    described = " ".join((model.__doc__ or "").partition("\n\n")[0].split())
    columns = {field.attname: _column(field) for field in columns_of(model)}
    return {"description": described, "type": "array", "items": _object(columns)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """All of these and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(field: models.Field) -> dict[str, Any]:
    """The type of its values; of a relation, the id of the row it points to."""
    if isinstance(field, models.ForeignKey):
        target = field.target_field
        points_to = f"The id of a row of {target.model._meta.label}."
        found = _column(target) | {"description": points_to}
    else:
        found = dict(next(kind for column, kind in TYPES if isinstance(field, column)))
    if field.choices:
        found["enum"] = [value for value, _ in field.choices] + ([""] if field.blank else [])
    if field.null:
        found["type"] = [found["type"], "null"]
        if "enum" in found:
            found["enum"].append(None)
    return found
