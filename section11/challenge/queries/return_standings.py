"""Where the latest submissions of a cycle stand, on the agreed basis where a level was agreed."""

from collections import defaultdict

from section11.challenge.queries.rating_counts import count_ratings
from section11.challenge.rules.following import BandFloor, ReturnStanding
from section11.cycles.models import Band, Cycle, Invitation
from section11.lib.viewer import Viewer
from section11.lib.words import natural
from section11.standards.models import Level
from section11.standards.vocabulary import LevelClass


def return_standings(viewer: Viewer, cycle: Cycle) -> dict[int, ReturnStanding]:
    """By invitation, of those whose return is in; for everybody with a role in the partnership."""
    counted = count_ratings(viewer, cycle.pk, agreed=True)
    classes = dict(Level.objects.filter(edition_id=cycle.edition_id or 0).values_list("key", "level_class"))
    met: defaultdict[int, int] = defaultdict(int)
    rated: defaultdict[int, int] = defaultdict(int)
    for (invitation_id, key), number in counted.by_return.items():
        level_class = classes.get(key, "")
        met[invitation_id] += number if level_class == LevelClass.MET else 0
        rated[invitation_id] += number if level_class and level_class != LevelClass.NOT_APPLICABLE else 0
    missed: defaultdict[int, list[str]] = defaultdict(list)
    for flagged in counted.flagged:
        if flagged.must_meet_missed:
            missed[flagged.invitation_id].append(flagged.statement_ref)
    sent = dict(Invitation.objects.filter(pk__in=met).values_list("pk", "submitted_at"))
    return {one: ReturnStanding(met[one], rated[one], tuple(sorted(missed[one], key=natural)), sent.get(one)) for one in met}


def bands_of(cycle: Cycle) -> list[BandFloor]:
    """The bands of a cycle, as rules of follow-up ask for them."""
    return [BandFloor(*row) for row in Band.objects.filter(cycle=cycle).values_list("at_least", "follow_up")]
