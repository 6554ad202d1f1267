import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Stream',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=80, unique=True)),
                ('length', models.PositiveIntegerField(default=0)),
                ('head', models.CharField(max_length=64)),
                ('head_mac', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='ActivityEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('actor', models.CharField(max_length=80)),
                ('verb', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('details', models.JSONField(default=dict)),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('stream', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='activity.stream')),
            ],
            options={
                'ordering': ['stream', 'number'],
                'indexes': [models.Index(fields=['stream', 'subject'], name='activity_ac_stream__e3a82f_idx')],
                'constraints': [models.UniqueConstraint(fields=('stream', 'number'), name='one_event_a_number')],
            },
        ),
    ]
