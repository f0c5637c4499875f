from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def old_answers_are_no_news(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    stored = apps.get_model("coaching", "Reading").objects.using(schema.connection.alias)
    stored.filter(answered_at__isnull=False).update(seen_at=models.F("answered_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('centres', '0009_domains_are_domains'),
        ('coaching', '0034_notice_in_papers_in_days_weeks_or_months'),
    ]

    operations = [
        migrations.AddField(
            model_name='reading',
            name='seen_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(old_answers_are_no_news, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.CheckConstraint(condition=models.Q(('seen_at', None), ('answered_at__isnull', False), _connector='OR'), name='reading_seen_was_answered'),
        ),
    ]
