"""Writes a cycle with its returns as a cycle file, for whoever takes it out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from section11.challenge.queries.agreed_records import AgreedRecord, agreed_records
from section11.cycles.queries.cycle_records import BandRecord, CycleRecord, InvitationRecord, cycle_record, duty_bases, invitation_records
from section11.directory.queries.records import PartnershipRecord, partnership_record
from section11.lib.clock import LONDON
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.queries.submission_records import (
    ActionRecord,
    AnswerRecord,
    EvidenceRecord,
    NarrativeRecord,
    SubmissionRecord,
    submission_records,
)
from section11.standards.queries.edition_document import edition_document
from section11.standards.vocabulary import REVIEW_SECTION
from section11.transfer.cycle_file.content import CYCLE_FORMAT

Document = dict[str, Any]


def cycle_document(viewer: Viewer, partnership_slug: str, cycle_slug: str) -> Document:
    """The cycle file of a cycle that has opened; for the partnership's officers and the product itself."""
    partnership = partnership_record(viewer, partnership_slug)
    if partnership is None:
        raise Absent
    cycle = cycle_record(viewer, cycle_slug)
    bases = duty_bases(viewer)
    submissions = submission_records(viewer, cycle.id)
    agreed = agreed_records(viewer, cycle.id)
    file: Mapping[str, Any] = cycle.file_extra
    return {
        "format": CYCLE_FORMAT,
        "partnership": _partnership(partnership, file),
        "edition": _edition(cycle, file),
        "cycle": _cycle(cycle),
        "invitations": [
            _invitation(one, bases.get(one.participation_id, []), submissions.get(one.id, []), agreed)
            for one in invitation_records(viewer, cycle.id)
        ],
        **_extra(file.get("extra")),
    }


def _extra(extra: Mapping[str, Any] | None, **more: Any) -> Document:
    """`extra` where there is any; `more` is what this format has no other place for."""
    kept = {**{name: value for name, value in more.items() if value}, **(extra or {})}
    return {"extra": kept} if kept else {}


def _partnership(partnership: PartnershipRecord, file: Mapping[str, Any]) -> Document:
    """As its file told of it, where the cycle came from one; else as it is."""
    here = [{"key": s.key, "label": s.label, "kind": s.kind, "extra": s.extra} for s in partnership.sectors.values() if s.listed]
    return {
        "slug": partnership.slug,
        "name": partnership.name,
        "kind": partnership.kind,
        "sectors": [{"key": s["key"], "label": s["label"], "kind": s["kind"], **_extra(s["extra"])} for s in file.get("sectors", here)],
        **_extra(file.get("partnership_extra", partnership.extra)),
    }


def _edition(cycle: CycleRecord, file: Mapping[str, Any]) -> Document:
    if named := file.get("edition"):
        return {"ref": named["ref"], **_extra(named["extra"])}
    return edition_document(cycle.edition_id)


def _cycle(cycle: CycleRecord) -> Document:
    local = edition_document(cycle.local_edition_id)["standards"][0]["statements"] if cycle.local_edition_id else []
    return {
        "slug": cycle.slug,
        "title": cycle.title,
        "opens": _day(cycle.opens),
        "due": _day(cycle.due),
        "rolling": cycle.rolling,
        "bands": [_band(band) for band in cycle.bands],
        **({"local_statements": local} if local else {}),
        **_extra(cycle.extra),
    }


def _band(band: BandRecord) -> Document:
    at_least = int(band.at_least) if band.at_least == int(band.at_least) else float(band.at_least)
    follow_up = {"follow_up": True} if band.follow_up else {}
    return {"key": band.key, "label": band.label, "at_least": at_least, **follow_up, **_extra(band.extra)}


def _invitation(
    one: InvitationRecord, bases: Sequence[str], submissions: Sequence[SubmissionRecord], agreed: Mapping[tuple[int, str], AgreedRecord]
) -> Document:
    kept = one.organisation_extra
    unit = {"slug": one.unit_slug, "name": one.unit_name, **_extra(kept.get("unit_extra"))} if one.unit_slug else None
    return {
        "organisation": {
            "slug": one.organisation_slug,
            "name": one.organisation_name,
            "sector": one.sector_key,
            "duty_bases": kept.get("duty_bases", list(bases)),
            **_extra(kept.get("extra")),
        },
        "unit": unit,
        "form": one.form,
        "state": one.state,
        "due": _day(one.due),
        "submissions": [_submission(s, _agreed(s, submissions, agreed)) for s in submissions],
        **_extra(one.extra),
    }


def _agreed(
    submission: SubmissionRecord, submissions: Sequence[SubmissionRecord], agreed: Mapping[tuple[int, str], AgreedRecord]
) -> Mapping[str, str]:
    """The agreed levels that stand beside this submission's ratings.

    Of the latest: those agreed on what it rates. Of an earlier one: what its file kept, and those that lapsed after it.
    """
    later = [s for s in submissions if s.number > submission.number]
    rated_later = {(answer.ref, answer.level) for s in later for answer in s.answers}
    standing = {
        answer.ref: found.level
        for answer in submission.answers
        if (found := agreed.get((submission.invitation_id, answer.ref))) and found.agreed_on == answer.level
        if (answer.ref, answer.level) not in rated_later
    }
    return {**standing, **submission.part_extras.get("agreed_levels", {})}


def _submission(one: SubmissionRecord, agreed: Mapping[str, str]) -> Document:
    answers = {answer.ref: _answer(answer, agreed.get(answer.ref)) for answer in one.answers}
    return {
        "submitted_at": _moment(one.submitted_at),
        "submitted_by": one.submitted_by,
        "signed_by": one.signed_by,
        "answers": {**answers, **_extra(one.part_extras.get("answers"))},
        "narratives": _narratives(one.narratives, one.part_extras),
        "actions": [_action(action) for action in one.actions],
        **_extra(one.extra, reason=one.reason),
    }


def _answer(answer: AnswerRecord, agreed: str | None) -> Document:
    texts = {"comment": answer.comment, "reason": answer.reason, "no_action_reason": answer.no_action_reason, "agreed_level": agreed}
    evidence = [_evidence(piece) for piece in answer.evidence]
    return {
        "level": answer.level,
        **{name: text for name, text in texts.items() if text},
        **({"evidence": evidence} if evidence else {}),
        **_extra(answer.extra, see=answer.see),
    }


def _evidence(piece: EvidenceRecord) -> Document:
    return {"title": piece.title, "kind": piece.kind, "where": piece.where, **_extra(piece.extra)}


def _narratives(narratives: Sequence[NarrativeRecord], kept: Mapping[str, Any]) -> Document:
    sections: Document = {}
    for one in narratives:
        sections.setdefault(one.standard_ref or REVIEW_SECTION, {})[one.prompt] = one.text
    for section, extra in kept.get("narrative_sections", {}).items():
        sections.setdefault(section, {}).update(_extra(extra))
    return {**sections, **_extra(kept.get("narratives"))}


def _action(action: ActionRecord) -> Document:
    return {
        "statement": action.statement_ref or None,
        "what": action.what,
        "how": action.how,
        "who": action.who,
        "due": _day(action.due),
        "rag": action.rag,
        "progress": action.progress,
        **_extra(action.extra, wants_help=action.wants_help),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _moment(at: datetime) -> str:
    return at.astimezone(LONDON).isoformat()
