from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def weeks_stay_weeks(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    stored = apps.get_model("coaching", "Notice").objects.using(schema.connection.alias)
    stored.filter(length__isnull=False).update(unit="weeks", ends="any")


def only_weeks(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Back to weeks alone: what was counted otherwise is asked again."""
    stored = apps.get_model("coaching", "Notice").objects.using(schema.connection.alias)
    stored.exclude(unit="weeks").update(length=None)


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0032_a_letter_begins_with_no_reason"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="notice", name="notice_weeks_within_limit"),
        migrations.RenameField(model_name="notice", old_name="weeks", new_name="length"),
        migrations.AddField(
            model_name="notice",
            name="ends",
            field=models.CharField(
                blank=True,
                choices=[
                    ("any", "On any day, or it does not say"),
                    ("month", "At the end of a month"),
                    ("half", "On the 15th or at the end of a month"),
                ],
                max_length=5,
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="unit",
            field=models.CharField(
                blank=True,
                choices=[("days", "Days"), ("weeks", "Weeks"), ("months", "Months")],
                max_length=6,
            ),
        ),
        migrations.RunPython(weeks_stay_weeks, only_weeks),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__in", ["", "days", "weeks", "months"])),
                name="notice_unit_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__in", ["", "any", "month", "half"])),
                name="notice_ends_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("length__isnull", True))
                | models.Q(("length__gte", 1), ("length__lte", 180)),
                name="notice_length_within_limit",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("length__isnull", True))
                | ~models.Q(("unit", "weeks"))
                | models.Q(("length__lte", 26)),
                name="notice_weeks_within_limit",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("length__isnull", True))
                | ~models.Q(("unit", "months"))
                | models.Q(("length__lte", 6)),
                name="notice_months_within_limit",
            ),
        ),
    ]
