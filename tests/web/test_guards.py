"""The access tests themselves: with any one guard taken out, they find the hole."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from section11.directory.models import Membership, Organisation, Partnership, Person
from section11.directory.vocabulary import Role
from section11.evidence.models import EvidenceItem
from section11.lib.viewer import Viewer
from section11.notices.models import Email
from section11.plans.models import Action
from section11.returns.models import Submission
from section11.web import middleware
from section11.web.request import access_of
from section11.web.who_may import Access
from tests.factories.browsers import signed_in
from tests.factories.world import Place, make_place, other_unit_lead, people_of, stranger
from tests.web.matrix import leaks


def no_roles(request: HttpRequest) -> Access | None:
    """The access table without its roles."""
    access = access_of(request)
    return dataclasses.replace(access, roles=frozenset()) if access else None


def any_partnership(person: Person, slug: str) -> Viewer | None:
    """Everybody is an officer of every partnership."""
    found = Partnership.objects.filter(slug=slug).first()
    return (
        Viewer(person.pk, person.ref, person.name, partnership_id=found.pk, roles=frozenset({Role.OFFICER}), slug=slug) if found else None
    )


def any_organisation(person: Person, slug: str) -> Viewer | None:
    """Everybody leads every organisation."""
    found = Organisation.objects.filter(slug=slug).first()
    roles = frozenset({Role.RETURN_LEAD})
    return Viewer(person.pk, person.ref, person.name, organisation_id=found.pk, roles=roles, slug=slug) if found else None


Who = Callable[[Place], Person]
GUARDS: list[tuple[str, Callable[..., Any], Who, set[str]]] = [
    ("section11.web.middleware.access_of", no_roles, lambda p: people_of(p)[Role.EXECUTIVE_VIEWER], set()),
    ("section11.web.middleware.viewer_in_partnership", any_partnership, lambda p: stranger(), {"figures", "submission"}),
    ("section11.web.middleware.viewer_in_organisation", any_organisation, lambda p: stranger(), {"improvement_plan"}),
    ("section11.returns.queries.head._theirs", lambda v: Q(), other_unit_lead, {"return_tasks", "return_copy"}),
    (
        "section11.returns.queries.submissions.readable",
        lambda v: Submission.objects.all(),
        lambda p: people_of(p)[Role.OFFICER],
        {"received_xlsx"},
    ),
    (
        "section11.challenge.queries.looks.readable",
        lambda v: Submission.objects.all(),
        lambda p: people_of(p)[Role.OFFICER],
        {"submission"},
    ),
    ("section11.evidence.queries._visible", lambda v: EvidenceItem.objects.all(), other_unit_lead, {"evidence_file"}),
    ("section11.plans.queries.action_view.own_actions", lambda v: Action.objects.all(), other_unit_lead, {"change_action", "drop_action"}),
    ("section11.notices.queries._own", lambda v, *roles: Email.objects.all(), lambda p: people_of(p)[Role.OFFICER], {"email"}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("guard", "hole", "who", "routes"), GUARDS, ids=[guard for guard, *_ in GUARDS])
def test_without_this_guard_the_matrix_finds_a_leak(
    guard: str, hole: Callable[..., Any], who: Who, routes: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own, foreign = make_place(), make_place()
    person = who(own)
    client = signed_in(person)
    roles = set(Membership.objects.filter(person=person).values_list("role", flat=True))

    def may(access: Access) -> bool:
        return who is not other_unit_lead and any(role in access.roles for role in roles)

    assert leaks(client, own, foreign, may=may, only=routes) == []
    monkeypatch.setattr(guard, hole)
    assert leaks(client, own, foreign, may=may, only=routes) != []


@pytest.mark.django_db
def test_without_the_hand_over_a_contributor_would_write_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    own = make_place()
    client = signed_in(people_of(own)[Role.CONTRIBUTOR])  # the first standard is handed to them
    parts = {part: own.parts[part] for part in ("organisation", "return_id")}
    address = reverse("mark_not_applicable", kwargs={**parts, "standard_ref": "2"})
    assert client.get(address).status_code == 404
    monkeypatch.setattr("section11.returns.queries.writing.may_write", lambda viewer, head, standard_ref: True)
    assert client.get(address).status_code == 200


def test_the_middleware_is_in_its_place(settings: Any) -> None:
    assert f"{middleware.__name__}.AccessMiddleware" in settings.MIDDLEWARE
