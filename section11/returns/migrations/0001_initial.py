import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cycles', '0001_initial'),
        ('directory', '0001_initial'),
        ('directory', '__first__'),
        ('evidence', '0001_initial'),
        ('plans', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Return',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('open', 'open'), ('with-signatory', 'with-signatory'), ('signed', 'signed'), ('submitted', 'submitted')], default='open', max_length=20)),
                ('created_at', models.DateTimeField()),
                ('last_saved_at', models.DateTimeField(blank=True, null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.edition')),
                ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='returns.return')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.unit')),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
                'constraints': [models.UniqueConstraint(fields=('unit', 'edition', 'round'), name='one_return_a_unit_edition_and_round')],
            },
        ),
        migrations.CreateModel(
            name='Narrative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prompt', models.SlugField(max_length=40)),
                ('text', models.TextField(blank=True)),
                ('carried', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(blank=True, null=True)),
                ('saved_by', models.CharField(blank=True, max_length=80)),
                ('saved_by_name', models.CharField(blank=True, max_length=200)),
                ('standard', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='narratives', to='returns.return')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit_return', 'standard', 'prompt'), name='one_narrative_a_prompt'), models.UniqueConstraint(condition=models.Q(('standard__isnull', True)), fields=('unit_return', 'prompt'), name='one_review_narrative_a_prompt')],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handed_at', models.DateTimeField()),
                ('handed_by_name', models.CharField(max_length=200)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='returns.return')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit_return', 'standard', 'person'), name='handed_once')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('no_action_reason', models.TextField(blank=True)),
                ('carried', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(blank=True, null=True)),
                ('saved_by', models.CharField(blank=True, max_length=80)),
                ('saved_by_name', models.CharField(blank=True, max_length=200)),
                ('last_level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.level')),
                ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.level')),
                ('see', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='returns.return')),
            ],
            options={
                'ordering': ['statement__order'],
                'constraints': [models.UniqueConstraint(fields=('unit_return', 'statement'), name='one_answer_a_statement')],
            },
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('started_at', models.DateTimeField()),
                ('started_by', models.CharField(max_length=80)),
                ('started_by_name', models.CharField(max_length=200)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('given_up', models.BooleanField(default=False)),
                ('returned_by', models.CharField(blank=True, max_length=200)),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='returns.return')),
            ],
            options={
                'ordering': ['started_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('unit_return',), name='one_amendment_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'asked'), ('approved', 'approved'), ('sent-back', 'sent-back'), ('taken-back', 'taken-back')], default='asked', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.CharField(max_length=80)),
                ('asked_by_name', models.CharField(max_length=200)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('job_title', models.CharField(blank=True, max_length=200)),
                ('content_hash', models.CharField(blank=True, max_length=64)),
                ('note', models.TextField(blank=True)),
                ('signatory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sign_offs', to='returns.return')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StandardMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('marked_at', models.DateTimeField()),
                ('marked_by_name', models.CharField(max_length=200)),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='returns.return')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('unit_return', 'standard'), name='one_mark_a_standard')],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('form', models.CharField(max_length=10)),
                ('sector_key', models.CharField(max_length=60)),
                ('sector_kind', models.CharField(max_length=20)),
                ('submitted_at', models.DateTimeField()),
                ('submitted_by', models.CharField(max_length=200)),
                ('submitted_by_ref', models.CharField(blank=True, max_length=80)),
                ('signed_by', models.CharField(blank=True, max_length=200)),
                ('reason', models.TextField(blank=True)),
                ('content_hash', models.CharField(max_length=64)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('part_extras', models.JSONField(blank=True, default=dict)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cycles.invitation')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='returns.return')),
            ],
            options={
                'ordering': ['invitation', 'number'],
                'constraints': [models.UniqueConstraint(fields=('invitation', 'number'), name='one_submission_a_number')],
            },
        ),
        migrations.CreateModel(
            name='StandardCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('count', models.PositiveIntegerField()),
                ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.level')),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='returns.submission')),
            ],
            options={
                'ordering': ['submission', 'standard__order'],
            },
        ),
        migrations.CreateModel(
            name='ReturnInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cycles.invitation')),
                ('unit_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invited_by', to='returns.return')),
                ('latest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='returns.submission')),
            ],
        ),
        migrations.CreateModel(
            name='SubmissionSigns',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('with_evidence', models.PositiveIntegerField()),
                ('texts', models.PositiveIntegerField()),
                ('texts_unchanged', models.PositiveIntegerField()),
                ('levels_changed', models.PositiveIntegerField()),
                ('new_lead', models.BooleanField()),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='signs', to='returns.submission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SubmittedAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('what', models.TextField(blank=True)),
                ('how', models.TextField(blank=True)),
                ('who', models.CharField(blank=True, max_length=200)),
                ('due', models.DateField(blank=True, null=True)),
                ('rag', models.CharField(blank=True, max_length=6)),
                ('progress', models.TextField(blank=True)),
                ('wants_help', models.BooleanField(default=False)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.action')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='returns.submission')),
            ],
            options={
                'ordering': ['submission', 'order'],
            },
        ),
        migrations.CreateModel(
            name='SubmittedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('no_action_reason', models.TextField(blank=True)),
                ('carried', models.BooleanField(default=False)),
                ('has_action', models.BooleanField(default=False)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.level')),
                ('see', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='returns.submission')),
            ],
            options={
                'ordering': ['submission', 'statement__order'],
                'indexes': [models.Index(fields=['statement', 'level'], name='returns_sub_stateme_28cdaf_idx')],
                'constraints': [models.UniqueConstraint(fields=('submission', 'statement'), name='one_submitted_answer_a_statement')],
            },
        ),
        migrations.CreateModel(
            name='SubmittedEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('kind', models.CharField(max_length=10)),
                ('where', models.TextField(blank=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='returns.submittedanswer')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidenceitem')),
            ],
            options={
                'ordering': ['answer', 'order'],
            },
        ),
        migrations.CreateModel(
            name='SubmittedNarrative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prompt', models.SlugField(max_length=40)),
                ('text', models.TextField(blank=True)),
                ('standard', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='narratives', to='returns.submission')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('submission', 'standard', 'prompt'), name='one_submitted_narrative_a_prompt'), models.UniqueConstraint(condition=models.Q(('standard__isnull', True)), fields=('submission', 'prompt'), name='one_submitted_review_narrative')],
            },
        ),
        migrations.CreateModel(
            name='TakenMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('marked_at', models.DateTimeField()),
                ('marked_by_name', models.CharField(max_length=200)),
                ('amendment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='taken_marks', to='returns.amendment')),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('amendment', 'standard'), name='one_taken_mark_a_standard')],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=80)),
                ('by_name', models.CharField(max_length=200)),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='returns.submission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AnswerEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cited_at', models.DateTimeField()),
                ('cited_by_name', models.CharField(max_length=200)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='returns.answer')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidenceitem')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('answer', 'item'), name='cited_once_an_answer')],
            },
        ),
        migrations.CreateModel(
            name='AnswerRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('comment', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('no_action_reason', models.TextField(blank=True)),
                ('started_at', models.DateTimeField()),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=80)),
                ('saved_by_name', models.CharField(max_length=200)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='returns.answer')),
                ('level', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.level')),
            ],
            options={
                'ordering': ['-version'],
                'indexes': [models.Index(fields=['answer', '-version'], name='returns_ans_answer__d920c8_idx')],
            },
        ),
        migrations.CreateModel(
            name='HeldPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=300)),
                ('fields', models.JSONField()),
                ('held_at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-held_at'],
                'indexes': [models.Index(fields=['person', 'path'], name='returns_hel_person__790641_idx')],
            },
        ),
        migrations.CreateModel(
            name='NarrativeRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('started_at', models.DateTimeField()),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=80)),
                ('saved_by_name', models.CharField(max_length=200)),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='returns.narrative')),
            ],
            options={
                'ordering': ['-version'],
                'indexes': [models.Index(fields=['narrative', '-version'], name='returns_nar_narrati_aa5d62_idx')],
            },
        ),
    ]
