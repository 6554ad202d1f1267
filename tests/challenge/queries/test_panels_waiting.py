"""What waits today in panels and letters."""

from datetime import timedelta

import pytest

from section11.challenge.queries.waiting import waiting_help
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from tests.factories.panels import held_panel, make_letter, make_panel, panel_reviewer
from tests.factories.returns import AT, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db
KINDS = ("panel", "panel-over", "letter")


def waits(viewer: Viewer) -> dict[str, int]:
    return {one.kind: one.number for one in waiting_help(viewer, at=AT) if one.kind in KINDS}


def test_panels_of_the_coming_week_past_ones_and_drafts() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    held_panel(opened)
    for days in (-1, 0, 7, 8):
        make_panel(opened, *([reviewer] if days == 7 else []), held_on=(AT + timedelta(days=days)).date())
    make_letter(opened)
    assert waits(opened.officer) == {"panel": 2, "panel-over": 1, "letter": 1}
    assert waits(reviewer) == {"panel": 1}
    assert waits(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)) == {}
    assert waits(submitted_return()[0].officer) == {}
