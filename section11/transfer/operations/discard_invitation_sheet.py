"""Put an uploaded invitation sheet aside."""

from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload
from section11.transfer.queries.uploads import officers_upload


def discard_invitation_sheet(viewer: Viewer, upload_id: int) -> None:
    """Put a checked sheet aside without inviting anybody, and forget whom it named; the partnership's officers may."""
    upload = officers_upload(viewer, upload_id)
    waits = InvitationUpload.objects.filter(pk=upload.pk, state=UploadState.CHECKED)
    if not waits.update(state=UploadState.DISCARDED, rows=[]):
        raise Refused("This sheet has been used already, or was put aside")
