"""Where an uploaded sheet stands."""

from enum import StrEnum


class UploadState(StrEnum):
    WAITING = "waiting"  # to be checked
    CHECKING = "checking"
    CHECKED = "checked"  # every row is right: waits for the officer to say so
    REFUSED = "refused"  # something is wrong: nothing of it is kept
    APPLYING = "applying"
    APPLIED = "applied"
    DISCARDED = "discarded"


ENDED = frozenset({UploadState.REFUSED, UploadState.APPLIED, UploadState.DISCARDED})
