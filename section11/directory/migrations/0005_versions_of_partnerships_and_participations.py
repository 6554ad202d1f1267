from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0004_who_let_members_in'),
    ]

    operations = [
        migrations.AddField(
            model_name='participation',
            name='edited_by_name',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='participation',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='partnership',
            name='edited_by_name',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='partnership',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
    ]
