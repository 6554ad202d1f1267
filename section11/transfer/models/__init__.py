from section11.transfer.models.invitation_upload import InvitationUpload

__all__ = ["InvitationUpload"]
