"""Which rungs of chasing ladders went: told by what the emails are about."""

from collections.abc import Collection, Iterable

from section11.lib.refs import ref
from section11.notices.models import Email

LADDER = "ladder"  # `ladder:<kind>:<days>:<invitation>:<person>`
CHUNK = 500
RungOfInvitation = tuple[int, str, int]  # invitation, kind, days


def rungs_that_went(invitation_ids: Collection[int]) -> set[RungOfInvitation]:
    """The rungs for which there is an email to anybody, whatever became of it; of invitations that the caller was let see."""
    wanted = sorted(invitation_ids)
    found: set[RungOfInvitation] = set()
    for start in range(0, len(wanted), CHUNK):
        refs = [ref("invitation", one) for one in wanted[start : start + CHUNK]]
        found |= _read(Email.objects.filter(subject_ref__in=refs, about__startswith=f"{LADDER}:").values_list("about", flat=True))
    return found


def _read(abouts: Iterable[str]) -> set[RungOfInvitation]:
    parts = [about.split(":") for about in abouts]
    return {(int(invitation), kind, int(days)) for _, kind, days, invitation, *_ in parts}
