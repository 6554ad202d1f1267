from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, unique=True)),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Email',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('about', models.CharField(max_length=200, unique=True)),
                ('kind', models.CharField(max_length=40)),
                ('partnership_ref', models.CharField(blank=True, max_length=80)),
                ('subject_ref', models.CharField(blank=True, max_length=80)),
                ('to', models.EmailField(max_length=254)),
                ('to_name', models.CharField(blank=True, max_length=200)),
                ('from_name', models.CharField(blank=True, max_length=200)),
                ('reply_to', models.EmailField(blank=True, max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('state', models.CharField(choices=[('due', 'due'), ('claimed', 'claimed'), ('sent', 'sent'), ('unknown', 'unknown'), ('failed', 'failed'), ('came-back', 'came-back')], default='due', max_length=10)),
                ('problem', models.TextField(blank=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('created_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
                'indexes': [models.Index(fields=['state', 'due_at'], name='notices_ema_state_b669cd_idx'), models.Index(fields=['subject_ref'], name='notices_ema_subject_e46f9d_idx'), models.Index(fields=['partnership_ref', '-created_at'], name='notices_ema_partner_529ef6_idx')],
            },
        ),
    ]
