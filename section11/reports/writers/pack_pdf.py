"""Writes packs of a panel as one PDF."""

from collections.abc import Sequence
from typing import Any

from section11.reports.content.pack_content import PackChallenge, PackContent
from section11.reports.writers.pdf import copy_data
from section11.reports.writers.typesetting import as_line, as_lines, typeset

SECONDS = 240  # a whole panel, in the background


def pdf_of_packs(title: str, about: str, packs: Sequence[PackContent], *, seconds: int = SECONDS) -> bytes:
    """The PDF of one or more packs; with more than one, a list of contents comes first."""
    data = {
        "title": as_line(title),
        "author": as_line(packs[0].copy.partnership) if packs else "",
        "description": as_line(about),
        "about": as_line(about),
        "footer": as_line(title),
        "packs": [_pack(one) for one in packs],
    }
    return typeset("panel_pack", data, seconds=seconds)


def _pack(one: PackContent) -> dict[str, Any]:
    return {
        **copy_data(one.copy),
        "title": as_line(one.who),
        "facts": [[name, as_line(value)] for name, value in one.facts],
        "enquiry": [as_line(line) for line in one.enquiry],
        "challenges": [_challenge(each) for each in one.challenges],
        "evidence": [as_line(line) for line in one.evidence],
    }


def _challenge(one: PackChallenge) -> dict[str, Any]:
    thread = [{"by": as_line(by), "text": as_lines(text)} for by, text in one.thread]
    return {"title": as_line(one.title), "state": as_line(one.state), "thread": thread}
