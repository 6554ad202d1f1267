"""Save one answer, if nobody saved it since."""

from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import Answer, AnswerRevision, StandardMark
from section11.returns.operations.note_save import note_save
from section11.returns.queries.content import AskedContent, asked_content
from section11.returns.queries.writing import check_open, head_for_writer
from section11.returns.rules.counting import Counted, counters_moved
from section11.returns.rules.typing import LONGEST_TEXT, belongs_together
from section11.standards.models import Level, Statement


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What a person typed and chose for one statement: keys and refs, not ids."""

    level: str = ""
    comment: str = ""
    reason: str = ""
    no_action_reason: str = ""
    see: str = ""

    def cleaned(self) -> "AnswerText":
        """The same with every text cleaned."""
        return AnswerText(**{f.name: clean_text(getattr(self, f.name)) for f in fields(self)})

    def as_dict(self) -> dict[str, str]:
        """By field name."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What stands after a save."""

    version: int
    saved_at: datetime
    changed: bool
    carried: bool = False  # last time's still, since no level is chosen


def save_answer(viewer: Viewer, return_id: int, statement_ref: str, text: AnswerText, *, version: int, at: datetime) -> SavedAnswer:
    """Save an answer that started from `version`: by the return's lead, or a contributor who was handed its standard.

    Raises `Conflict` with both texts when somebody saved in between, `Refused` when the return is not open or a value is
    wrong. The same text sent twice by the same person (a retry after a lost reply) is one save. Saving what was carried
    from last time, with a level, confirms it.
    """
    text = text.cleaned()
    answer = (
        Answer.objects.filter(unit_return_id=return_id, statement__ref=statement_ref)
        .select_related("statement__standard", "level", "see")
        .first()
    )
    if answer is None:
        raise Absent
    head = head_for_writer(viewer, return_id, answer.statement.standard.ref)
    check_open(head)
    _check(text, asked_content(head), statement_ref)
    level = Level.objects.get(edition_id=head.edition_id, key=text.level) if text.level else None
    editions = [e for e in (head.edition_id, head.local_edition_id) if e]
    see = Statement.objects.get(ref=text.see, standard__edition_id__in=editions) if text.see else None
    stands = _text_of(answer)
    still_carried = answer.carried and level is None
    if answer.version != version or (stands == text and answer.carried == still_carried):
        return _already(answer, text, viewer, version=version, at=at)
    with transaction.atomic():
        won = Answer.objects.filter(pk=answer.pk, version=version).update(
            level=level,
            comment=text.comment,
            reason=text.reason,
            no_action_reason=text.no_action_reason,
            see=see,
            carried=still_carried,
            version=F("version") + 1,
            saved_at=at,
            saved_by=viewer.person_ref,
            saved_by_name=viewer.name,
        )
        if not won:
            return _already(Answer.objects.select_related("level", "see").get(pk=answer.pk), text, viewer, version=version, at=at)
        marked = StandardMark.objects.filter(unit_return_id=return_id, standard_id=answer.statement.standard_id).exists()
        was = Counted(answer.level_id is not None, answer.carried, answer.last_level_id is not None)
        note_save(head, **counters_moved(head.form, was, Counted(level is not None, still_carried, was.has_last), is_marked=marked), at=at)
        _keep_revision(answer.pk, version + 1, text, level, viewer, at)
        if (level.pk if level else None) != answer.level_id:
            record_event(
                head.stream,
                verb="rated",
                actor=viewer.person_ref,
                subject=head.ref,
                at=at,
                details={"statement": statement_ref, "from": stands.level, "to": text.level},
            )
    return SavedAnswer(version + 1, at, changed=True, carried=still_carried)


def _text_of(answer: Answer) -> AnswerText:
    return AnswerText(
        level=answer.level.key if answer.level else "",
        comment=answer.comment,
        reason=answer.reason,
        no_action_reason=answer.no_action_reason,
        see=answer.see.ref if answer.see else "",
    )


def _already(stands: Answer, mine: AnswerText, viewer: Viewer, *, version: int, at: datetime) -> SavedAnswer:
    """What stands, where it says the same and nobody else saved in between; else the conflict of both texts."""
    theirs = _text_of(stands)
    if theirs == mine and (stands.version == version or stands.saved_by == viewer.person_ref):
        return SavedAnswer(stands.version, stands.saved_at or at, changed=False, carried=stands.carried)
    raise Conflict(version=stands.version, mine=mine.as_dict(), theirs=theirs.as_dict(), by=stands.saved_by_name)


def _check(text: AnswerText, content: AskedContent, statement_ref: str) -> None:
    problems = {}
    if text.level and content.level(text.level) is None:
        problems["level"] = "Choose one of the levels shown"
    if text.see and (text.see == statement_ref or content.statement(text.see) is None):
        problems["see"] = "Give the number of another statement of this return, like those in the list"
    for name, value in text.as_dict().items():
        if len(value) > LONGEST_TEXT:
            problems[name] = f"Shorten this to {LONGEST_TEXT:,} characters or fewer"
    if problems:
        raise Refused(problems)


def _keep_revision(answer_id: int, version: int, text: AnswerText, level: Level | None, viewer: Viewer, at: datetime) -> None:
    last = AnswerRevision.objects.filter(answer_id=answer_id).order_by("-version").first()
    if last is None or not belongs_together(started_at=last.started_at, by=last.saved_by, at=at, now_by=viewer.person_ref):
        last = AnswerRevision(answer_id=answer_id, started_at=at, saved_by=viewer.person_ref, saved_by_name=viewer.name)
    last.version, last.level, last.saved_at = version, level, at
    last.comment, last.reason, last.no_action_reason = text.comment, text.reason, text.no_action_reason
    last.save()
