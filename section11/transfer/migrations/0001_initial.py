import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='InvitationUpload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(default='waiting', max_length=10)),
                ('file_name', models.CharField(max_length=200)),
                ('file', models.FileField(max_length=200, upload_to='uploads/%Y')),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('rows', models.JSONField(default=list)),
                ('problems', models.JSONField(default=list)),
                ('uploaded_at', models.DateTimeField()),
                ('uploaded_by', models.CharField(max_length=80)),
                ('uploaded_by_name', models.CharField(max_length=200)),
                ('applied_at', models.DateTimeField(blank=True, null=True)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cycles.cycle')),
            ],
            options={
                'ordering': ['-uploaded_at', '-pk'],
            },
        ),
    ]
