from dataclasses import replace
from datetime import date, timedelta

import pytest

from section11.cycles.models import Invitation
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.plans.models import Action, ActionShare
from section11.plans.operations.import_actions import BroughtAction, import_actions
from section11.plans.rules import ActionText
from section11.plans.vocabulary import ActionState
from tests.factories.cycles import make_invitation
from tests.factories.directory import make_viewer
from tests.factories.returns import AT
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db
SENT = AT - timedelta(days=400)
TEXT = ActionText("Train all staff", "In house", "Deputy head", date(2026, 3, 1), "Half are trained", "amber", wants_help=True)


def brought(invitation: Invitation, text: ActionText = TEXT) -> BroughtAction:
    return BroughtAction(invitation.pk, "return:7", None, text, "A Head", SENT)


def test_they_are_in_the_units_plans_and_followed_by_the_partnership() -> None:
    invitation = make_invitation()
    other = make_invitation(invitation.cycle)
    officer = make_viewer(of=invitation.cycle.partnership)
    made = import_actions(officer, [brought(invitation), brought(other, replace(TEXT, what="Review the policy"))], at=AT)
    first, second = (Action.objects.get(pk=pk) for pk in made)
    assert (first.unit, first.what, first.how, first.who, first.due) == (invitation.unit, *(TEXT.what, TEXT.how, TEXT.who, TEXT.due))
    assert (first.progress, first.rag, first.wants_help, first.state) == ("Half are trained", "amber", True, ActionState.OPEN)
    assert (first.origin, first.created_at, first.created_by) == ("return:7", AT, officer.person_ref)
    assert (first.updated_at, first.updated_by_name) == (SENT, "A Head")
    assert (second.unit, second.what) == (other.unit, "Review the policy")
    assert set(ActionShare.objects.values_list("action_id", "invitation_id", "shared_at")) == {
        (first.pk, invitation.pk, AT),
        (second.pk, other.pk, AT),
    }


def test_only_officers_and_the_product_into_their_own_partnership() -> None:
    invitation = make_invitation()
    partnership = invitation.cycle.partnership
    others = [make_viewer(role, of=partnership) for role in PARTNERSHIP_ROLES - {Role.OFFICER}]
    for viewer in (make_viewer(), make_viewer(Role.RETURN_LEAD, of=invitation.unit), system_viewer("test"), *others):
        with pytest.raises(Absent):
            import_actions(viewer, [brought(invitation)], at=AT)
    assert not Action.objects.exists()
    product = system_viewer("import", partnership_id=partnership.pk, roles=frozenset({Role.OFFICER}))
    assert len(import_actions(product, [brought(invitation)], at=AT)) == 1


def test_many_take_few_statements() -> None:
    invitation = make_invitation()
    officer = make_viewer(of=invitation.cycle.partnership)
    with assert_queries_below(3):
        import_actions(officer, [brought(invitation)] * 30, at=AT)
    assert import_actions(officer, [], at=AT) == []
