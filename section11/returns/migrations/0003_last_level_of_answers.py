import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0002_carried_answers_signs_and_withdrawals"),
        ("standards", "0003_tiny_form_impact_and_mappings"),
    ]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="last_level",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="standards.level"
            ),
        ),
    ]
