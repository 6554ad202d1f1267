from django.db import migrations


def share(apps, schema_editor):
    """Actions that stood in submissions made before are followed by whom they were submitted to."""
    Action, ActionShare = apps.get_model("plans", "Action"), apps.get_model("plans", "ActionShare")
    ReturnInvitation = apps.get_model("returns", "ReturnInvitation")
    for row in ReturnInvitation.objects.filter(latest__isnull=False).select_related("latest"):
        planned = Action.objects.filter(origin=f"return:{row.unit_return_id}", created_at__lte=row.latest.submitted_at)
        ActionShare.objects.bulk_create(
            [ActionShare(action=action, invitation_id=row.invitation_id, shared_at=row.latest.submitted_at) for action in planned],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0003_kinds_of_action_updates'),
        ('returns', '0004_submitted_actions_live_on'),
    ]

    operations = [
        migrations.RunPython(share, migrations.RunPython.noop),
    ]
