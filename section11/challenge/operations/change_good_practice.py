"""Change the words in which good practice would be shared."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import practice_to_write
from section11.challenge.rules.judging import practice_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def change_good_practice(viewer: Viewer, good_practice_id: int, text: str, *, version: int, at: datetime) -> None:
    """Change the words of good practice before its organisation is asked: officers and reviewers of that return may.

    Raises `Conflict` with both texts when somebody changed it in between.
    """
    text = clean_text(text)
    with transaction.atomic():
        row = practice_to_write(viewer, good_practice_id)
        if problems := practice_problems(text):
            raise Refused(problems)
        move_judgement(
            "good practice",
            "change_good_practice",
            row.pk,
            version=version,
            typed={"text": text},
            text=text,
            marked_by=viewer.person_ref,
            marked_by_name=viewer.name,
        )
        record_event(
            f"partnership:{row.invitation.cycle.partnership_id}",
            verb="changed-good-practice",
            actor=viewer.person_ref,
            subject=row.ref,
            at=at,
        )
