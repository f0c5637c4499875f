"""Options are known by their key, with more to say of each; points for and against.

What was written about an option before is kept: its words become the key of the same option.
"""

from hashlib import sha256

import django.db.models.deletion
from django.db import migrations, models

OUT = {"accepted": "Back out", "not-accepted": "Say no"}
# Titles as they were at each stage, and the key of the way each of them is now. The same words at
# another stage were an option of the person’s own.
KEYS = {
    "not-accepted": {
        "Say yes": "keep",
        "Ask to change something": "change",
        "Ask for more time": "time",
    },
    "accepted": {
        "Keep the job": "keep",
        "Ask to change something": "change",
        "Start later": "later",
    },
    "started": {
        "Stay": "keep",
        "Ask to change something": "change",
        "Leave": "notice",
        "Give longer notice": "longer",
    },
}
TITLES = {
    ("not-accepted", "out"): "Say no",
    ("not-accepted", "out-for-other"): "Say no",
    ("accepted", "out"): "Back out",
    ("accepted", "out-for-other"): "Back out",
}


# Keys that had no words of their own, as going back leaves them.
WITHOUT_WORDS = ("out", "out-for-other", "current", "back", "reopen", "try", "match", "now")


def short(words):
    return sha256(words.encode()).hexdigest()[:12]


def key_of(row):
    if row.option in WITHOUT_WORDS or row.option.startswith("own-"):
        return row.option
    stage = row.case.stage
    if row.option != OUT.get(stage):
        return KEYS[stage].get(row.option, f"own-{short(row.option)}")
    most = 1 if stage == "not-accepted" else 0
    has_other = row.case.offers.filter(kind="other").count() > most
    first, second = ("out-for-other", "out") if has_other else ("out", "out-for-other")
    return second if row.case.option_cases.filter(option=first).exists() else first


def by_key(apps, schema_editor):
    SavedPage = apps.get_model("coaching", "SavedPage")
    for row in apps.get_model("coaching", "OptionCase").objects.select_related("case"):
        pages = SavedPage.objects.filter(case=row.case, slug=f"best-worst-{short(row.option)}")
        row.option = key_of(row)
        row.save(update_fields=["option"])
        pages.update(slug=f"best-worst-{row.option}")


def by_words(apps, schema_editor):
    """What was not there before, or whose words are gone, keeps its key for words."""
    SavedPage = apps.get_model("coaching", "SavedPage")
    for row in apps.get_model("coaching", "OptionCase").objects.select_related("case"):
        own = {f"own-{short(one.words)}": one.words for one in row.case.own_options.all()}
        titles = {key: title for title, key in KEYS[row.case.stage].items()}
        words = TITLES.get((row.case.stage, row.option)) or (own | titles).get(row.option)
        if words is None or row.case.option_cases.filter(option=words).exists():
            continue
        pages = SavedPage.objects.filter(case=row.case, slug=f"best-worst-{row.option}")
        row.option = words
        row.save(update_fields=["option"])
        pages.update(slug=f"best-worst-{short(words)}")


class Migration(migrations.Migration):
    dependencies = [("coaching", "0008_what_was_signed"), ("offers", "0002_pay_by_the_month")]

    operations = [
        migrations.RunPython(by_key, by_words),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.CharField(choices=[('keep', 'Keep'), ('out', 'Out')], max_length=4)),
                ('horizon', models.CharField(choices=[('now', 'Now'), ('later', 'Later on')], max_length=5)),
                ('side', models.CharField(choices=[('for', 'For'), ('against', 'Against')], max_length=7)),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=120)),
            ],
            options={
                'ordering': ['case', 'number'],
            },
        ),
        migrations.AddField(
            model_name='optioncase',
            name='best_odds',
            field=models.CharField(blank=True, choices=[('unlikely', 'Not likely'), ('possible', 'It could happen'), ('likely', 'Likely')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='gives_up',
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='if_worst',
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='leads',
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='life_later',
            field=models.CharField(blank=True, choices=[('helps', 'It helps'), ('neither', 'Neither'), ('hurts', 'It hurts'), ('unknown', 'I don’t know')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='life_soon',
            field=models.CharField(blank=True, choices=[('helps', 'It helps'), ('neither', 'Neither'), ('hurts', 'It hurts'), ('unknown', 'I don’t know')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='then_what',
            field=models.CharField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='undo',
            field=models.CharField(blank=True, choices=[('yes', 'Yes'), ('partly', 'Partly'), ('no', 'No'), ('unknown', 'I don’t know')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='work_later',
            field=models.CharField(blank=True, choices=[('helps', 'It helps'), ('neither', 'Neither'), ('hurts', 'It hurts'), ('unknown', 'I don’t know')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='work_soon',
            field=models.CharField(blank=True, choices=[('helps', 'It helps'), ('neither', 'Neither'), ('hurts', 'It hurts'), ('unknown', 'I don’t know')], max_length=8),
        ),
        migrations.AddField(
            model_name='optioncase',
            name='worst_odds',
            field=models.CharField(blank=True, choices=[('unlikely', 'Not likely'), ('possible', 'It could happen'), ('likely', 'Likely')], max_length=8),
        ),
        migrations.AlterField(
            model_name='optioncase',
            name='option',
            field=models.CharField(max_length=20),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('best_odds__in', ['', 'unlikely', 'possible', 'likely'])), name='option_case_best_odds_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('worst_odds__in', ['', 'unlikely', 'possible', 'likely'])), name='option_case_worst_odds_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('undo__in', ['', 'yes', 'partly', 'no', 'unknown'])), name='option_case_undo_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('work_soon__in', ['', 'helps', 'neither', 'hurts', 'unknown'])), name='option_case_work_soon_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('work_later__in', ['', 'helps', 'neither', 'hurts', 'unknown'])), name='option_case_work_later_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('life_soon__in', ['', 'helps', 'neither', 'hurts', 'unknown'])), name='option_case_life_soon_known'),
        ),
        migrations.AddConstraint(
            model_name='optioncase',
            constraint=models.CheckConstraint(condition=models.Q(('life_later__in', ['', 'helps', 'neither', 'hurts', 'unknown'])), name='option_case_life_later_known'),
        ),
        migrations.AddField(
            model_name='point',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='offers.case'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.UniqueConstraint(fields=('case', 'position', 'horizon', 'side', 'number'), name='point_once_per_place'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('position__in', ['keep', 'out'])), name='point_position_known'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('horizon__in', ['now', 'later'])), name='point_horizon_known'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['for', 'against'])), name='point_side_known'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('number__isnull', True), models.Q(('number__gte', 1), ('number__lte', 5)), _connector='OR'), name='point_within_limit'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='point_has_words'),
        ),
    ]
