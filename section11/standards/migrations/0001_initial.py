import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tool', models.SlugField(max_length=80)),
                ('edition', models.CharField(max_length=60)),
                ('title', models.CharField(max_length=200)),
                ('follows', models.JSONField(default=list)),
                ('content_hash', models.CharField(max_length=64)),
                ('document', models.JSONField()),
                ('published_at', models.DateTimeField()),
                ('partnership', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.partnership')),
                ('supplements', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supplements_of', to='standards.edition')),
            ],
            options={
                'ordering': ['tool', '-edition'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('partnership__isnull', True)), fields=('tool', 'edition'), name='one_library_edition_a_ref'), models.UniqueConstraint(fields=('tool', 'edition', 'partnership'), name='one_edition_a_ref_and_partnership')],
            },
        ),
        migrations.CreateModel(
            name='Level',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('key', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=100)),
                ('level_class', models.CharField(choices=[('met', 'met'), ('partial', 'partial'), ('unmet', 'unmet'), ('not_applicable', 'not_applicable')], max_length=14)),
                ('points', models.DecimalField(blank=True, decimal_places=3, max_digits=9, null=True)),
                ('needs_action', models.BooleanField(default=False)),
                ('needs_reason', models.BooleanField(default=False)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levels', to='standards.edition')),
            ],
            options={
                'ordering': ['edition', 'order'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='one_level_a_key')],
            },
        ),
        migrations.CreateModel(
            name='Mapping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('content_hash', models.CharField(max_length=64)),
                ('document', models.JSONField()),
                ('published_at', models.DateTimeField()),
                ('from_edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.edition')),
                ('to_edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.edition')),
            ],
            options={
                'ordering': ['from_edition', 'to_edition', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Prompt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('key', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=300)),
                ('forms', models.JSONField(default=list)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prompts', to='standards.edition')),
            ],
            options={
                'ordering': ['edition', 'order'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='one_prompt_a_key')],
            },
        ),
        migrations.CreateModel(
            name='Standard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('ref', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=200)),
                ('question', models.TextField(blank=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standards', to='standards.edition')),
            ],
            options={
                'ordering': ['edition', 'order'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'ref'), name='one_standard_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('ref', models.CharField(max_length=20)),
                ('key', models.SlugField(max_length=100)),
                ('text', models.TextField()),
                ('light', models.BooleanField(default=False)),
                ('tiny', models.BooleanField(default=False)),
                ('must_meet', models.BooleanField(default=False)),
                ('audience', models.CharField(choices=[('children', 'children'), ('adults', 'adults'), ('both', 'both')], default='children', max_length=10)),
                ('not_for', models.JSONField(default=list)),
                ('only_for', models.JSONField(default=list)),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='standards.standard')),
            ],
            options={
                'ordering': ['order'],
                'constraints': [models.UniqueConstraint(fields=('standard', 'ref'), name='one_statement_a_ref')],
            },
        ),
        migrations.CreateModel(
            name='MappedStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('mapping', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='standards.mapping')),
                ('from_statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
                ('to_statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.statement')),
            ],
            options={
                'ordering': ['mapping', 'from_statement__order', 'to_statement__order'],
                'constraints': [models.UniqueConstraint(fields=('mapping', 'from_statement', 'to_statement'), name='one_pair_a_mapping')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sector_kind', models.CharField(blank=True, max_length=20)),
                ('guidance', models.TextField(blank=True)),
                ('looks_like', models.JSONField(default=dict)),
                ('evidence_examples', models.JSONField(default=list)),
                ('impact', models.TextField(blank=True)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='standards.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'sector_kind'), name='one_wording_a_kind')],
            },
        ),
    ]
