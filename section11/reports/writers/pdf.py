"""Writes the PDF of a return."""

from typing import Any

from section11.reports.content.return_copy import CopyAction, CopyNarrative, CopyStandard, CopyStatement, ReturnCopy
from section11.reports.writers.typesetting import as_line, as_lines, typeset


def pdf_of_return(copy: ReturnCopy) -> bytes:
    """The PDF of a copy of a return."""
    return typeset("return_copy", copy_data(copy))


def copy_data(copy: ReturnCopy) -> dict[str, Any]:
    """A copy of a return, as its template wants it."""
    return {
        "title": as_line(copy.title),
        "author": as_line(copy.who),
        "description": as_line(f"{copy.state}. Safeguarding self-assessment for {copy.partnership}."),
        "footer": as_line(" · ".join(part for part in (copy.title, copy.reference or copy.state) if part)),
        "draft": copy.is_draft,
        "facts": [[name, as_line(value)] for name, value in copy.facts],
        "columns": [as_line(name) for name in copy.columns],
        "counts": [[as_line(f"{one.ref}  {one.title}"), *(one.count(name) for name in copy.columns)] for one in copy.standards],
        "standards": [_standard(one) for one in copy.standards],
        "narratives": [_narrative(one) for one in copy.narratives],
        "actions": [_action(one) for one in copy.actions],
    }


def _standard(one: CopyStandard) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "title": as_line(one.title),
        "question": as_line(one.question),
        "not_applicable_reason": as_lines(one.not_applicable_reason),
        "statements": [_statement(statement) for statement in one.statements],
        "narratives": [_narrative(narrative) for narrative in one.narratives],
    }


def _statement(one: CopyStatement) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "text": as_line(one.text),
        "must_meet": one.must_meet,
        "level": as_line(one.level),
        "level_class": one.level_class or "",
        "agreed": as_line(one.agreed),
        "agreed_class": one.agreed_class or "",
        "last": as_line(one.last),
        "since": as_line(one.since),
        "reason": as_lines(one.reason),
        "comment": as_lines(one.comment),
        "see": as_line(one.see),
        "evidence": [as_line(f"{e.title} ({e.kind.lower()}{': ' + e.where if e.where else ''})") for e in one.evidence],
        "no_action_reason": as_lines(one.no_action_reason),
    }


def _narrative(one: CopyNarrative) -> dict[str, Any]:
    return {"label": as_line(one.label), "text": as_lines(one.text) or ["Nothing was written."]}


def _action(one: CopyAction) -> dict[str, Any]:
    return {
        "statement_ref": one.statement_ref,
        "what": as_lines(one.what),
        "how": as_lines(one.how),
        "who": as_lines(one.who),
        "due": [f"{one.due.day} {one.due:%B %Y}"] if one.due else [],
        "rag": as_lines(one.rag),
        "progress": as_lines(one.progress),
        "wants_help": one.wants_help,
    }
