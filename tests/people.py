"""Everybody who might try something around one unit, and which of them are let in."""

from collections.abc import Callable, Mapping

from django.db import transaction

from section11.directory.models import Membership, Partnership, Person, Unit
from section11.directory.queries import viewer_in_organisation, viewer_of_person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.directory import LONG_AGO, make_membership, make_organisation, make_person, make_unit, make_viewer


def person_of(viewer: Viewer) -> Person:
    """The person behind a viewer."""
    return Person.objects.get(pk=viewer.person_id)


def strangers_to(unit: Unit, partnership: Partnership | None = None) -> dict[str, Viewer]:
    """Viewers who have no business in this unit, by what they are."""
    left = make_viewer(Role.RETURN_LEAD, of=unit)
    Membership.objects.filter(person_id=left.person_id).update(ended_at=LONG_AGO)
    return {
        "lead of another unit": make_viewer(Role.RETURN_LEAD, of=make_unit(unit.organisation)),
        "lead of another organisation": make_viewer(Role.RETURN_LEAD, of=make_organisation()),
        "lead at another address": lead_at_another_address(unit),
        "former lead": left,
        "officer": make_viewer(Role.OFFICER, of=partnership),
        "nobody": viewer_of_person(make_person()),
    }


def lead_at_another_address(unit: Unit) -> Viewer:
    """Somebody who leads this unit, but came by the address of another organisation that they lead as well."""
    person = make_membership(role=Role.RETURN_LEAD, of=unit).person
    other = make_organisation()
    make_membership(person, Role.RETURN_LEAD, of=other)
    viewer = viewer_in_organisation(person, other.slug)
    assert viewer is not None
    return viewer


def let_in(people: Mapping[str, Viewer], act: Callable[[Viewer], object]) -> set[str]:
    """Who of these people is not told that there is nothing there. Whatever they did is undone again."""
    passed = set()
    for name, viewer in people.items():
        with transaction.atomic():
            try:
                act(viewer)
            except Absent:
                pass
            except (Refused, Conflict):
                passed.add(name)
            else:
                passed.add(name)
            transaction.set_rollback(True)
    return passed
