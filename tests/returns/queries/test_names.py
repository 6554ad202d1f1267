import pytest

from section11.directory.vocabulary import Role
from section11.returns.models import Submission
from section11.returns.queries.names import names_of_subjects
from tests.factories.plans import followed_action
from tests.factories.returns import ACTION, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def test_a_return_is_its_organisation_to_one_side_and_its_audit_to_the_other() -> None:
    opened, _ = submitted_return()
    submission = Submission.objects.get(unit_return_id=opened.return_id)
    subjects = {f"return:{opened.return_id}", opened.invitation.ref, submission.ref, opened.cycle.ref, "action:1"}
    officer = partnership_viewer(opened, Role.OFFICER)
    name = opened.participation.name
    assert names_of_subjects(officer, subjects) == {
        f"return:{opened.return_id}": name,
        opened.invitation.ref: name,
        submission.ref: name,
        opened.cycle.ref: opened.cycle.title,
    }
    audit = f"{opened.cycle.title}, {opened.cycle.partnership.name}"
    told = names_of_subjects(opened.lead, subjects)
    assert told == {f"return:{opened.return_id}": audit, opened.invitation.ref: audit, submission.ref: audit}


def test_what_belongs_to_others_has_no_name() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return()
    subjects = {f"return:{opened.return_id}", opened.invitation.ref, opened.cycle.ref}
    assert names_of_subjects(partnership_viewer(other, Role.OFFICER), subjects) == {}
    assert names_of_subjects(other.lead, subjects) == {}


def test_an_action_is_its_organisations_to_who_follows_it_and_says_what_to_its_unit() -> None:
    followed, other = followed_action(), followed_action()
    reference = followed.action.ref
    assert names_of_subjects(followed.opened.officer, {reference}) == {reference: followed.opened.participation.name}
    assert names_of_subjects(followed.opened.lead, {reference}) == {reference: ACTION.what}
    for viewer in (other.opened.officer, other.opened.lead):
        assert names_of_subjects(viewer, {reference}) == {}
