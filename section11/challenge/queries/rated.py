"""The answers of submissions that the caller was let see, each with the level that counts. One to three statements."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from section11.challenge.models import AgreedLevel
from section11.returns.models import SubmittedAnswer

NONE = ""  # the level key and class of an unanswered statement
LEVEL = ("level__key", "level__level_class", "level__needs_action")


class Rated(NamedTuple):
    """One answer, with the level that counts."""

    submission_id: int
    statement_ref: str
    must_meet: bool
    level_key: str
    level_class: str
    needs_action: bool
    has_action: bool


def rated(sent: Mapping[int, int], *, agreed: bool) -> Iterator[Rated]:
    """The answers of these submissions (submission -> invitation).

    With `agreed`, the agreed level stands in where there is one that was agreed on the present self-rating. The agreed levels
    are read apart and joined here: one statement that did it all took PostgreSQL minutes when it had not counted the rows of a
    bulk import yet.
    """
    standing = _agreed(sent.values()) if agreed else {}
    rows = SubmittedAnswer.objects.filter(submission_id__in=sent).order_by()
    for submission_id, statement_id, level_id, has_action, ref, must_meet, *level in rows.values_list(
        "submission_id", "statement_id", "level_id", "has_action", "statement__ref", "statement__must_meet", *LEVEL
    ).iterator():
        after = standing.get((sent[submission_id], statement_id))
        if after is not None and after[0] == level_id:  # none: agreed on what was not answered
            level = after[1:]
        key, level_class, needs_action = level
        yield Rated(submission_id, ref, must_meet, key or NONE, level_class or NONE, bool(needs_action), has_action)


def _agreed(invitation_ids: Collection[int]) -> dict[tuple[int, int], list[int | str | bool | None]]:
    """By invitation and statement: the self-rating that was agreed on (empty: unanswered), then level key, class, need of an action."""
    rows = AgreedLevel.objects.filter(invitation_id__in=invitation_ids).order_by()
    return {
        (invitation_id, statement_id): rest
        for invitation_id, statement_id, *rest in rows.values_list("invitation_id", "statement_id", "agreed_on_id", *LEVEL)
    }
