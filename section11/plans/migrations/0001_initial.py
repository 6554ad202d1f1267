import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
        ('directory', '0001_initial'),
        ('evidence', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(max_length=80)),
                ('what', models.TextField(blank=True)),
                ('how', models.TextField(blank=True)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('due', models.DateField(blank=True, null=True)),
                ('progress', models.TextField(blank=True)),
                ('rag', models.CharField(blank=True, choices=[('', 'Not rated yet'), ('red', 'Red: off track'), ('amber', 'Amber: at risk'), ('green', 'Green: on track')], max_length=6)),
                ('wants_help', models.BooleanField(default=False)),
                ('help_wanted', models.TextField(blank=True)),
                ('help_asked_at', models.DateTimeField(blank=True, null=True)),
                ('help_reply', models.TextField(blank=True)),
                ('help_replied_at', models.DateTimeField(blank=True, null=True)),
                ('help_replied_by_name', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done, to be confirmed'), ('confirmed', 'Done and confirmed'), ('dropped', 'Dropped')], default='open', max_length=10)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_note', models.TextField(blank=True)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by_name', models.CharField(blank=True, max_length=200)),
                ('reopened_reason', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('created_at', models.DateTimeField()),
                ('created_by', models.CharField(max_length=80)),
                ('updated_at', models.DateTimeField()),
                ('updated_by_name', models.CharField(max_length=200)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('only_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cycles.invitation')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
            options={
                'ordering': ['due', 'pk'],
                'indexes': [models.Index(fields=['unit', 'origin'], name='plans_actio_unit_id_3b6fbd_idx')],
            },
        ),
        migrations.CreateModel(
            name='ActionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cited_at', models.DateTimeField()),
                ('cited_by_name', models.CharField(max_length=200)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='plans.action')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidenceitem')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('action', 'item'), name='cited_once_an_action')],
            },
        ),
        migrations.CreateModel(
            name='ActionShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shared_at', models.DateTimeField()),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='plans.action')),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cycles.invitation')),
            ],
            options={
                'indexes': [models.Index(fields=['invitation', 'action'], name='plans_actio_invitat_990191_idx')],
                'constraints': [models.UniqueConstraint(fields=('action', 'invitation'), name='one_share_an_action_and_invitation')],
            },
        ),
        migrations.CreateModel(
            name='ActionUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('changed', 'Changed'), ('progress', 'Progress'), ('moved', 'New date'), ('asked', 'Asked for support'), ('replied', 'Support answered'), ('done', 'Marked done'), ('resumed', 'Not done after all'), ('confirmed', 'Confirmed as done'), ('reopened', 'Opened again'), ('dropped', 'Taken out of the plan')], max_length=10)),
                ('at', models.DateTimeField()),
                ('by_name', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('open', 'Open'), ('done', 'Done, to be confirmed'), ('confirmed', 'Done and confirmed'), ('dropped', 'Dropped')], max_length=10)),
                ('rag', models.CharField(blank=True, choices=[('', 'Not rated yet'), ('red', 'Red: off track'), ('amber', 'Amber: at risk'), ('green', 'Green: on track')], max_length=6)),
                ('due', models.DateField(blank=True, null=True)),
                ('text', models.TextField(blank=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='updates', to='plans.action')),
                ('partnership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.partnership')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]
