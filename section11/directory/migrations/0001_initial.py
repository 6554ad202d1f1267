import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('is_active', models.BooleanField(default=True)),
                ('date_joined', models.DateTimeField()),
                ('bounced_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Partnership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('children', 'children'), ('adults', 'adults'), ('joint', 'joint')], max_length=10)),
                ('contact_email', models.EmailField(blank=True, max_length=254)),
                ('contact_phone', models.CharField(blank=True, max_length=40)),
                ('takes_files', models.BooleanField(default=True)),
                ('takes_registrations', models.BooleanField(default=True)),
                ('own_sentence', models.TextField(blank=True)),
                ('controller_contact', models.TextField(blank=True)),
                ('lawful_basis', models.TextField(blank=True)),
                ('retention_sentence', models.TextField(blank=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('edited_by_name', models.CharField(blank=True, max_length=200)),
                ('extra', models.JSONField(blank=True, default=dict)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80)),
                ('name', models.CharField(max_length=200)),
                ('same_name', models.CharField(max_length=200)),
                ('contract', models.CharField(blank=True, max_length=200)),
                ('joined_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('edited_by_name', models.CharField(blank=True, max_length=200)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.organisation')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.partnership')),
            ],
            options={
                'ordering': ['partnership', 'name'],
                'constraints': [models.UniqueConstraint(fields=('partnership', 'organisation'), name='one_participation_an_organisation'), models.UniqueConstraint(fields=('partnership', 'slug'), name='one_participation_a_slug'), models.UniqueConstraint(fields=('partnership', 'same_name'), name='one_participation_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Sector',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60)),
                ('label', models.CharField(max_length=100)),
                ('kind', models.CharField(choices=[('statutory', 'Statutory body'), ('council', 'Council service'), ('health', 'Health trust or body'), ('primary-care', 'Primary care'), ('police', 'Police'), ('probation', 'Probation'), ('youth-justice', 'Youth justice'), ('custody', 'Custody'), ('commissioned', 'Commissioned service'), ('third-sector', 'Charity or community group'), ('faith', 'Faith group'), ('sport', 'Sport'), ('early-years', 'Early years'), ('school', 'School'), ('college', 'College'), ('licensed', 'Licensed service'), ('other', 'Other')], max_length=20)),
                ('order', models.PositiveIntegerField(default=0)),
                ('listed', models.BooleanField(default=True)),
                ('extra', models.JSONField(blank=True, default=dict)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sectors', to='directory.partnership')),
            ],
            options={
                'ordering': ['partnership', 'order', 'key'],
                'constraints': [models.UniqueConstraint(fields=('partnership', 'key'), name='one_sector_a_key')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('approved', 'approved'), ('declined', 'declined')], default='waiting', max_length=10)),
                ('organisation_name', models.CharField(max_length=200)),
                ('duty_basis', models.CharField(max_length=30)),
                ('lead_name', models.CharField(max_length=200)),
                ('lead_email', models.EmailField(max_length=254)),
                ('about', models.TextField(blank=True)),
                ('fit', models.JSONField(blank=True, default=list)),
                ('asked_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.CharField(blank=True, max_length=80)),
                ('reason', models.TextField(blank=True)),
                ('participation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.participation')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='directory.partnership')),
                ('sector', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.sector')),
            ],
            options={
                'ordering': ['-asked_at'],
            },
        ),
        migrations.AddField(
            model_name='participation',
            name='sector',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='directory.sector'),
        ),
        migrations.CreateModel(
            name='SectorLead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sector', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='directory.sector')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sector',), name='one_lead_a_sector')],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(blank=True, max_length=80)),
                ('name', models.CharField(blank=True, max_length=200)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='directory.organisation')),
            ],
            options={
                'ordering': ['organisation', 'slug'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'slug'), name='one_unit_a_slug')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('return-lead', 'Return lead'), ('signatory', 'Signatory'), ('contributor', 'Contributor'), ('officer', 'Officer'), ('reviewer', 'Reviewer'), ('executive-viewer', 'Executive viewer'), ('scrutineer', 'Independent scrutineer')], max_length=20)),
                ('job_title', models.CharField(blank=True, max_length=200)),
                ('is_deputy', models.BooleanField(default=False)),
                ('admitted_by_name', models.CharField(blank=True, max_length=200)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('home_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.organisation')),
                ('admitted_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.partnership')),
                ('partnership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='directory.partnership')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='directory.unit')),
            ],
            options={
                'ordering': ['started_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('partnership__isnull', True), ('unit__isnull', False)), models.Q(('partnership__isnull', False), ('unit__isnull', True)), _connector='OR'), name='membership_of_a_unit_or_a_partnership'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('unit__isnull', False)), fields=('person', 'role', 'unit'), name='one_unit_role_at_a_time'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True), ('partnership__isnull', False)), fields=('person', 'role', 'partnership'), name='one_partnership_role_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='ParticipationDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('basis', models.CharField(choices=[('section-11', 'Section 11, Children Act 2004'), ('section-175-157', 'Section 175 or 157, Education Act 2002'), ('relevant-agency', 'Relevant agency'), ('childcare-act-2006-s40', 'Section 40, Childcare Act 2006'), ('care-act-2014', 'Care Act 2014'), ('contract', 'Contract'), ('guidance', 'Guidance'), ('choice', 'Our own choice')], max_length=30)),
                ('order', models.PositiveIntegerField(default=0)),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='directory.participation')),
            ],
            options={
                'ordering': ['participation', 'order'],
                'constraints': [models.UniqueConstraint(fields=('participation', 'basis'), name='one_row_a_basis')],
            },
        ),
    ]
