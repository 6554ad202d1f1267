"""Who may not write about a return, whatever they would write."""

from collections.abc import Callable

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from tests.factories.challenge import make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.judging import colleague_of
from tests.factories.returns import Opened, partnership_viewer


def nobody_else_may(opened: Opened, act: Callable[[Viewer], object]) -> None:
    """Readers of the partnership, others' officers, colleagues of the organisation and reviewers of other standards are refused."""
    for viewer in (
        partnership_viewer(opened, Role.SCRUTINEER),
        partnership_viewer(opened, Role.EXECUTIVE_VIEWER),
        make_viewer(Role.OFFICER),
        opened.lead,
    ):
        with pytest.raises(Absent):
            act(viewer)
    for role in (Role.OFFICER, Role.REVIEWER):
        with pytest.raises(Refused, match="so a colleague must do this"):
            act(colleague_of(opened, role))
    with pytest.raises(Refused, match="given to other reviewers"):
        act(make_reviewer(opened.cycle, "2"))


def only_leads_may(opened: Opened, act: Callable[[Viewer], object]) -> None:
    """Others of the organisation, leads of other organisations and the partnership find nothing there."""
    for viewer in (opened.signatory, opened.contributor, make_viewer(Role.RETURN_LEAD), opened.officer):
        with pytest.raises(Absent):
            act(viewer)
