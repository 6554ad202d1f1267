from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.choose_edition import choose_edition
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.standards.models import Edition
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.standards import make_edition

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    choose_edition(
        viewer, cycle.slug, **{"edition_id": Edition.objects.filter(partnership=None).latest("pk").pk, "version": 1, "at": at, **typed}
    )


def test_one_of_the_library_or_ones_own(at: datetime) -> None:
    cycle = make_draft(edition=make_edition())
    officer = make_viewer(of=cycle.partnership)
    for version, edition in enumerate((make_edition(edition="2027.1"), make_edition(cycle.partnership, tool="own")), 1):
        change(officer, cycle, at, edition_id=edition.pk, version=version)
        cycle.refresh_from_db()
        assert cycle.edition == edition
    assert ActivityEvent.objects.filter(verb="cycle-edition-chosen").latest("pk").details == {"edition": "own/2026.1"}


def test_not_another_partnerships_nor_none_nor_a_supplement(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    foreign = make_edition(make_partnership(), tool="theirs")
    supplement = Edition.objects.create(
        tool="local", edition="x", title="Local", supplements=cycle.edition, content_hash="x", document={}, published_at=at
    )
    for edition_id in (foreign.pk, supplement.pk, None, 999_999):
        with pytest.raises(Refused) as refused:
            change(officer, cycle, at, edition_id=edition_id)
        assert list(refused.value.problems) == ["edition"]


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-edition-chosen").count() == 1


def test_once_open_it_is_frozen(at: datetime) -> None:
    cycle = make_cycle()
    with pytest.raises(Refused):
        change(make_viewer(of=cycle.partnership), cycle, at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            change(viewer, cycle, at)
    cycle.refresh_from_db()
    assert cycle.version == 1
