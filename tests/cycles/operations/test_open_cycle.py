from datetime import date, datetime
from threading import Barrier, Thread

import pytest
from django.db import connections

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle, LocalStatement
from section11.cycles.operations.open_cycle import open_cycle
from section11.cycles.operations.set_bands import set_bands
from section11.cycles.rules.bands import DEFAULT_BANDS
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.standards.models import Edition, Statement
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def test_opening_sends_every_invitation_that_stands(at: datetime) -> None:
    cycle = make_draft()
    asked = [make_invitation(cycle) for _ in range(2)]
    left_out = make_invitation(cycle, state=InvitationState.WITHDRAWN)
    open_cycle(make_viewer(of=cycle.partnership), cycle.slug, version=1, at=at)
    cycle.refresh_from_db()
    assert (cycle.state, cycle.opened_at, cycle.local_edition) == (CycleState.OPEN, at, None)
    for invitation in (*asked, left_out):
        invitation.refresh_from_db()
    assert [i.invited_at for i in (*asked, left_out)] == [at, at, None]
    told = ActivityEvent.objects.get(verb="cycle-opened")
    assert (told.stream.ref, told.details) == (cycle.partnership.ref, {"invitations": 2, "edition": "small-tool/2026.1"})


def test_local_statements_become_a_supplement_of_the_edition(at: datetime) -> None:
    cycle = make_draft()
    LocalStatement.objects.create(cycle=cycle, order=0, text="Our neglect tool is used.", guidance="Ask.", light=False, must_meet=True)
    LocalStatement.objects.create(cycle=cycle, order=1, text="Induction")  # its key is taken by a statement of the edition
    LocalStatement.objects.create(cycle=cycle, order=2, text="?!")
    open_cycle(make_viewer(of=cycle.partnership), cycle.slug, version=1, at=at)
    cycle.refresh_from_db()
    assert cycle.local_edition
    assert (cycle.local_edition.supplements, cycle.local_edition.partnership) == (cycle.edition, cycle.partnership)
    statements = Statement.objects.filter(standard__edition=cycle.local_edition)
    assert [(s.ref, s.key, s.text, s.light, s.must_meet) for s in statements] == [
        ("L1", "our-neglect-tool-is-used", "Our neglect tool is used.", False, True),
        ("L2", "induction-2", "Induction", True, False),
        ("L3", "x", "?!", True, False),
    ]


def test_what_is_missing_is_told_all_at_once(at: datetime) -> None:
    cycle = make_draft(opens=None, due=None, email_body="no address")
    Cycle.objects.filter(pk=cycle.pk).update(edition=None)
    cycle.bands.all().delete()
    with pytest.raises(Refused) as refused:
        open_cycle(make_viewer(of=cycle.partnership), cycle.slug, version=1, at=at)
    assert set(refused.value.problems) == {"edition", "dates", "bands", "emails"}
    assert Cycle.objects.get().state == CycleState.DRAFT
    assert not ActivityEvent.objects.filter(verb="cycle-opened").exists()


@pytest.mark.parametrize(("opens", "due"), [(date(2026, 10, 6), date(2027, 1, 1)), (date(2026, 9, 1), date(2026, 10, 4))])
def test_not_before_its_day_and_not_after_its_due_date(opens: date, due: date, at: datetime) -> None:
    cycle = make_draft(opens=opens, due=due)
    with pytest.raises(Refused) as refused:
        open_cycle(make_viewer(of=cycle.partnership), cycle.slug, version=1, at=at)
    assert set(refused.value.problems) == {"dates"}


def test_what_opens_is_what_was_checked(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    set_bands(officer, cycle.slug, bands=DEFAULT_BANDS[-1:], version=1, at=at)
    with pytest.raises(Conflict):
        open_cycle(officer, cycle.slug, version=1, at=at)
    open_cycle(officer, cycle.slug, version=2, at=at)


@pytest.mark.parametrize("state", [CycleState.OPEN, CycleState.CLOSED])
def test_a_cycle_opens_once(state: CycleState, at: datetime) -> None:
    cycle = make_cycle(state=state)
    with pytest.raises(Refused):
        open_cycle(make_viewer(of=cycle.partnership), cycle.slug, version=1, at=at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            open_cycle(viewer, cycle.slug, version=1, at=at)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_open_at_once_one_does(at: datetime) -> None:
    cycle = make_draft()
    LocalStatement.objects.create(cycle=cycle, order=0, text="Our neglect tool is used.")
    make_invitation(cycle)
    officer = make_viewer(of=cycle.partnership)
    start, told = Barrier(8), []

    def press() -> None:
        start.wait()
        try:
            open_cycle(officer, cycle.slug, version=1, at=at)
            told.append("opened")
        except (Refused, Conflict) as error:
            told.append(type(error).__name__)
        finally:
            connections.close_all()

    threads = [Thread(target=press) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["Refused"] * 7 + ["opened"]
    assert ActivityEvent.objects.filter(verb="cycle-opened").count() == 1
    assert Edition.objects.filter(supplements=cycle.edition).count() == 1
