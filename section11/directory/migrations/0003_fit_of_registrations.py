from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_deputies_bounces_and_sector_leads")]

    operations = [
        migrations.AddField(model_name="registration", name="fit", field=models.JSONField(blank=True, default=list)),
    ]
