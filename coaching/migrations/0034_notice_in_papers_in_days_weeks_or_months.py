from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def weeks_stay_weeks(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    stored = apps.get_model("coaching", "LeavingCost").objects.using(schema.connection.alias)
    stored.filter(notice_length__gt=0).update(notice_unit="weeks")


def only_weeks(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Back to weeks alone: what was counted otherwise is asked again."""
    stored = apps.get_model("coaching", "LeavingCost").objects.using(schema.connection.alias)
    stored.exclude(notice_unit="weeks").exclude(notice_length=0).update(notice_length=None)


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0033_notice_in_days_weeks_or_months"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="leavingcost", name="leaving_notice_weeks_within_limit"
        ),
        migrations.RenameField(
            model_name="leavingcost", old_name="notice_weeks", new_name="notice_length"
        ),
        migrations.AddField(
            model_name="leavingcost",
            name="notice_unit",
            field=models.CharField(
                blank=True,
                choices=[("days", "Days"), ("weeks", "Weeks"), ("months", "Months")],
                max_length=6,
            ),
        ),
        migrations.RunPython(weeks_stay_weeks, only_weeks),
        migrations.AddConstraint(
            model_name="leavingcost",
            constraint=models.CheckConstraint(
                condition=models.Q(("notice_unit__in", ["", "days", "weeks", "months"])),
                name="leaving_notice_unit_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="leavingcost",
            constraint=models.CheckConstraint(
                condition=models.Q(("notice_length__isnull", True))
                | models.Q(("notice_length__gte", 0), ("notice_length__lte", 360)),
                name="leaving_notice_length_within_limit",
            ),
        ),
    ]
