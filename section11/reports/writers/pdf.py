"""Writes the PDF of a return: tagged and PDF/UA-1, without network or system libraries.

What people typed goes to the typesetter as JSON and is shown as text, never read as markup.
"""

import json
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from section11.reports.content.readable import paragraphs, readable
from section11.reports.content.return_copy import CopyAction, CopyNarrative, CopyStandard, CopyStatement, ReturnCopy

TYPESETTER = Path(__file__).with_name("typesetter.py")
SECONDS = 60
AT_ONCE = threading.BoundedSemaphore(2)
LONGEST_WORD = 40
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}")
ZERO_WIDTH_SPACE = "\u200b"


class CouldNotTypeset(RuntimeError):
    """The typesetter failed: a fault of ours."""


def pdf_of_return(copy: ReturnCopy) -> bytes:
    """The PDF of a copy of a return."""
    with AT_ONCE:
        done = subprocess.run(
            [sys.executable, "-I", TYPESETTER], input=json.dumps(_data(copy)).encode(), capture_output=True, timeout=SECONDS, check=False
        )
    if done.returncode:
        raise CouldNotTypeset(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def breakable(text: str) -> str:
    """The text with places to break words that are too long for a line."""
    return _LONG_WORD.sub(lambda found: found[0] + ZERO_WIDTH_SPACE, text)


def _line(text: str) -> str:
    return breakable(" ".join(readable(text).split()))


def _lines(text: str) -> list[str]:
    return [breakable(one) for one in paragraphs(text)]


def _data(copy: ReturnCopy) -> dict[str, Any]:
    return {
        "title": _line(copy.title),
        "author": _line(copy.who),
        "description": _line(f"{copy.state}. Safeguarding self-assessment for {copy.partnership}."),
        "footer": _line(" · ".join(part for part in (copy.title, copy.reference or copy.state) if part)),
        "draft": copy.is_draft,
        "facts": [[name, _line(value)] for name, value in copy.facts],
        "columns": [_line(name) for name in copy.columns],
        "counts": [[_line(f"{one.ref}  {one.title}"), *(one.count(name) for name in copy.columns)] for one in copy.standards],
        "standards": [_standard(one) for one in copy.standards],
        "narratives": [_narrative(one) for one in copy.narratives],
        "actions": [_action(one) for one in copy.actions],
    }


def _standard(one: CopyStandard) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "title": _line(one.title),
        "question": _line(one.question),
        "not_applicable_reason": _lines(one.not_applicable_reason),
        "statements": [_statement(statement) for statement in one.statements],
        "narratives": [_narrative(narrative) for narrative in one.narratives],
    }


def _statement(one: CopyStatement) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "text": _line(one.text),
        "must_meet": one.must_meet,
        "level": _line(one.level),
        "level_class": one.level_class or "",
        "agreed": _line(one.agreed),
        "agreed_class": one.agreed_class or "",
        "reason": _lines(one.reason),
        "comment": _lines(one.comment),
        "see": _line(one.see),
        "evidence": [_line(f"{e.title} ({e.kind.lower()}{': ' + e.where if e.where else ''})") for e in one.evidence],
        "no_action_reason": _lines(one.no_action_reason),
    }


def _narrative(one: CopyNarrative) -> dict[str, Any]:
    return {"label": _line(one.label), "text": _lines(one.text) or ["Nothing was written."]}


def _action(one: CopyAction) -> dict[str, Any]:
    return {
        "statement_ref": one.statement_ref,
        "what": _lines(one.what),
        "how": _lines(one.how),
        "who": _lines(one.who),
        "due": [f"{one.due.day} {one.due:%B %Y}"] if one.due else [],
        "rag": _lines(one.rag),
        "progress": _lines(one.progress),
        "wants_help": one.wants_help,
    }
