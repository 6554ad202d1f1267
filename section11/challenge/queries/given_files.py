"""A file that an organisation gave with an answer to a challenge."""

from django.core.files.base import File

from section11.challenge.models import ChallengeEvidence
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def given_file(viewer: Viewer, cycle_slug: str, challenge_id: int, item_id: int) -> tuple[str, str, File[bytes]]:
    """Name, content type and open file, for those who read submissions in the partnership that was answered; nobody else's."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    given = ChallengeEvidence.objects.filter(
        item_id=item_id,
        message__challenge_id=challenge_id,
        message__challenge__invitation__cycle__slug=cycle_slug,
        message__challenge__invitation__cycle__partnership_id=viewer.partnership_id,
    ).exclude(item__file="")
    found = given.select_related("item").first()
    if found is None:
        raise Absent
    return found.item.file_name, found.item.content_type, found.item.file.open("rb")
