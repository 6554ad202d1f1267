from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.cycles.operations.import_closed_cycle import BroughtBand, BroughtCycle, BroughtInvitation, import_closed_cycle
from section11.directory.models import Participation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_participation, make_viewer, whole_unit
from tests.factories.standards import make_edition

pytestmark = pytest.mark.django_db


def brought(participation: Participation) -> BroughtCycle:
    return BroughtCycle(
        slug="2024",
        title="Audit 2024",
        edition_id=make_edition().pk,
        local_edition_id=None,
        opens=date(2024, 4, 1),
        due=None,
        rolling=True,
        bands=[BroughtBand("most", "Most", Decimal("79.6"), True, {})],
        invitations=[
            BroughtInvitation(
                participation_id=participation.pk,
                unit_id=whole_unit(participation.organisation).pk,
                sector_key=participation.sector.key,
                form="full",
                state="invited",
                due=None,
                asked=4,
                answered=3,
                submissions=1,
                submitted_at=datetime(2024, 5, 1, 9, 0, tzinfo=UTC),
                submitted_by="Head",
                extra={},
                organisation_extra={},
            )
        ],
    )


def test_a_cycle_comes_in_closed_with_what_its_register_shows(at: datetime) -> None:
    participation = make_participation()
    cycle_id, invitation_ids = import_closed_cycle(make_viewer(of=participation.partnership), brought(participation), at=at)

    cycle = Cycle.objects.get(pk=cycle_id)
    assert (cycle.state, cycle.rolling, cycle.opens, cycle.due, cycle.closed_at) == ("closed", True, date(2024, 4, 1), None, at)
    assert list(cycle.bands.values_list("key", "at_least", "follow_up")) == [("most", Decimal("79.6"), True)]
    invitation = Invitation.objects.get(pk__in=invitation_ids)
    assert (invitation.progress, invitation.asked, invitation.answered, invitation.submitted_by) == ("submitted", 4, 3, "Head")


def test_a_cycle_of_that_slug_already_there_is_refused(at: datetime) -> None:
    participation = make_participation()
    officer = make_viewer(of=participation.partnership)
    given = brought(participation)
    import_closed_cycle(officer, given, at=at)
    with pytest.raises(Refused, match="cycle 2024 already"):
        import_closed_cycle(officer, given, at=at)


def test_only_officers_may(at: datetime) -> None:
    given = brought(make_participation())
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            import_closed_cycle(make_viewer(role), given, at=at)
