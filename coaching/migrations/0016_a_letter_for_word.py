from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coaching", "0015_letters_to_others")]

    # What was made before has no such file: its address says so (404).
    operations = [
        migrations.AddField(
            model_name=name,
            name="docx",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        )
        for name in ("letterversion", "safeletterversion", "furtherletterversion")
    ]
