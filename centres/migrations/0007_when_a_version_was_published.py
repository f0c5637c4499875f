from django.db import migrations, models
from django.db.models import F, Q


def published_as_it_began(apps, schema_editor):
    """Nobody wrote the day down before: as if each had been published when it began."""
    versions = apps.get_model("centres", "PolicyVersion").objects
    versions.exclude(state="draft").update(published_on=F("in_force_from"))


class Migration(migrations.Migration):
    dependencies = [("centres", "0006_wording")]

    operations = [
        migrations.AddField(
            model_name="policyversion",
            name="published_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunPython(published_as_it_began, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="policyversion", name="policy_version_published_is_whole"
        ),
        migrations.AddConstraint(
            model_name="policyversion",
            constraint=models.CheckConstraint(
                condition=Q(state="draft")
                | (
                    Q(in_force_from__isnull=False, checked_on__isnull=False)
                    & Q(published_on__isnull=False)
                    & ~Q(summary="")
                    & ~Q(source="")
                ),
                name="policy_version_published_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="policyversion",
            constraint=models.UniqueConstraint(
                fields=["policy", "in_force_from"],
                condition=Q(state="published"),
                name="policy_version_begins_alone",
            ),
        ),
    ]
