import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cycle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('closed', 'closed')], default='draft', max_length=10)),
                ('opens', models.DateField(blank=True, null=True)),
                ('due', models.DateField(blank=True, null=True)),
                ('rolling', models.BooleanField(default=False)),
                ('default_form', models.CharField(default='full', max_length=10)),
                ('email_subject', models.CharField(blank=True, max_length=200)),
                ('email_body', models.TextField(blank=True)),
                ('reminder_subject', models.CharField(blank=True, max_length=200)),
                ('reminder_body', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('file_extra', models.JSONField(blank=True, default=dict)),
                ('edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.edition')),
                ('local_edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.edition')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.partnership')),
            ],
            options={
                'ordering': ['-opens', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('partnership', 'slug'), name='one_cycle_a_slug')],
            },
        ),
        migrations.CreateModel(
            name='Band',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('key', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=100)),
                ('at_least', models.DecimalField(decimal_places=4, max_digits=7)),
                ('follow_up', models.BooleanField(default=False)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bands', to='cycles.cycle')),
            ],
            options={
                'ordering': ['cycle', 'order'],
                'constraints': [models.UniqueConstraint(fields=('cycle', 'key'), name='one_band_a_key')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(default=0)),
                ('form', models.CharField(choices=[('full', 'Full'), ('light', 'Light'), ('tiny', 'Tiny'), ('review', 'Review')], max_length=10)),
                ('state', models.CharField(choices=[('invited', 'invited'), ('withdrawn', 'withdrawn'), ('exempt', 'exempt')], default='invited', max_length=10)),
                ('state_reason', models.TextField(blank=True)),
                ('due', models.DateField(blank=True, null=True)),
                ('invited_at', models.DateTimeField(blank=True, null=True)),
                ('opened_at', models.DateTimeField(blank=True, null=True)),
                ('progress', models.CharField(choices=[('not-opened', 'Not opened'), ('opened', 'Opened'), ('in-progress', 'In progress'), ('with-signatory', 'With signatory'), ('signed', 'Signed'), ('submitted', 'Submitted'), ('amending', 'Being amended')], default='not-opened', max_length=20)),
                ('asked', models.PositiveIntegerField(default=0)),
                ('answered', models.PositiveIntegerField(default=0)),
                ('submissions', models.PositiveIntegerField(default=0)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('submitted_by', models.CharField(blank=True, max_length=200)),
                ('last_saved_at', models.DateTimeField(blank=True, null=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('organisation_extra', models.JSONField(blank=True, default=dict)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='cycles.cycle')),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.participation')),
                ('sector', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.sector')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
            options={
                'ordering': ['cycle', 'order', 'pk'],
                'indexes': [models.Index(fields=['cycle', 'state', 'progress'], name='cycles_invi_cycle_i_c0e70b_idx'), models.Index(fields=['cycle', 'sector'], name='cycles_invi_cycle_i_1e4d5f_idx')],
                'constraints': [models.UniqueConstraint(fields=('cycle', 'unit'), name='one_invitation_a_unit_and_cycle')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('phone', 'phone'), ('email', 'email'), ('meeting', 'meeting')], max_length=10)),
                ('spoke_to', models.CharField(blank=True, max_length=200)),
                ('note', models.TextField()),
                ('at', models.DateTimeField()),
                ('logged_by', models.CharField(max_length=80)),
                ('logged_by_name', models.CharField(max_length=200)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='cycles.invitation')),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LadderStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('reminder', 'Reminder to the return lead'), ('overdue', 'Overdue: to the return lead'), ('senior', 'To the named senior person'), ('strategic-lead', 'To the strategic lead for the sector')], max_length=15)),
                ('days', models.IntegerField()),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField(blank=True)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ladder', to='cycles.cycle')),
            ],
            options={
                'ordering': ['cycle', 'order'],
                'constraints': [models.UniqueConstraint(fields=('cycle', 'kind', 'days'), name='one_rung_a_kind_and_day')],
            },
        ),
        migrations.CreateModel(
            name='LocalStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('guidance', models.TextField(blank=True)),
                ('light', models.BooleanField(default=True)),
                ('must_meet', models.BooleanField(default=False)),
                ('cycle', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='local_statements', to='cycles.cycle')),
            ],
            options={
                'ordering': ['cycle', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.CharField(max_length=80)),
                ('asked_by_name', models.CharField(max_length=200)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='cycles.invitation')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
    ]
