"""Draw returns of a cycle at random, to be read whatever they say."""

import random
import secrets
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import SamplePick
from section11.challenge.rules.judging import sample_problems
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.vocabulary import InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation

_chance: random.Random = secrets.SystemRandom()


def draw_sample(viewer: Viewer, cycle_slug: str, size: int | None, *, at: datetime) -> int:
    """Draw so many of the returns that are in and were not drawn before, each as likely as the other: the officers may.

    Drawing again adds to the sample and takes nothing away. Gives how many were drawn.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)  # two who draw at once draw one after the other
        drawn = SamplePick.objects.filter(invitation__cycle=cycle).values("invitation_id")
        in_now = ReturnInvitation.objects.filter(
            invitation__cycle=cycle, invitation__state=InvitationState.INVITED, latest__isnull=False
        ).exclude(invitation__in=drawn)
        left = sorted(in_now.values_list("invitation_id", flat=True))
        if problems := sample_problems(size, len(left)):
            raise Refused(problems)
        picked = _chance.sample(left, size or 0)
        SamplePick.objects.bulk_create(
            SamplePick(invitation_id=invitation_id, drawn_at=at, drawn_by_name=viewer.name) for invitation_id in picked
        )
        record_event(
            cycle.partnership.ref,
            verb="drew-sample",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"drawn": [f"invitation:{one}" for one in sorted(picked)], "of": len(left)},
        )
    return len(picked)
