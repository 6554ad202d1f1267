import pytest

from section11.challenge.models import AgreedLevel
from section11.challenge.operations.agree_level import agree_level
from section11.challenge.operations.remove_agreed_level import remove_agreed_level
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened, partnership_viewer, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def agreed() -> tuple[Opened, str]:
    """A return with one agreed level, and its reference."""
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "unmet", "x", version=0, at=AT)
    return opened, reference


def test_the_self_rating_stands_alone_again() -> None:
    opened, reference = agreed()
    remove_agreed_level(opened.officer, reference, "1.1", version=1, at=AT)
    assert not AgreedLevel.objects.exists()
    assert [(stream, details) for stream, _, _, details in events("removed-agreed-level")] == [
        (stream, {"statement": "1.1", "from_level": "unmet"}) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_one_that_changed_meanwhile_stays_and_none_cannot_be_removed() -> None:
    opened, reference = agreed()
    agree_level(opened.officer, reference, "1.1", "partial", "Theirs", version=1, at=AT)
    with pytest.raises(Conflict):
        remove_agreed_level(opened.officer, reference, "1.1", version=1, at=AT)
    assert AgreedLevel.objects.get().level.key == "partial"
    with pytest.raises(Refused, match="No level is agreed here"):
        remove_agreed_level(opened.officer, reference, "1.2", version=0, at=AT)


def test_officers_and_reviewers_may_but_not_at_home() -> None:
    opened, reference = agreed()
    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, lambda who: remove_agreed_level(who, reference, "1.1", version=1, at=AT)) == {"officer", "reviewer"}
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        remove_agreed_level(opened.officer, reference, "1.1", version=1, at=AT)
