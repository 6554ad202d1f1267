"""Two partnerships with an organisation each, a return in every hand, and a person in every role: for tests of who sees what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.urls import get_resolver

from section11.challenge.models import SupportConversation
from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.directory.models import Person
from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.evidence.operations.add_evidence import add_evidence
from section11.plans.models import ActionEvidence
from section11.returns.models import Assignment
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.plan_action import plan_action
from section11.standards.models import Standard
from tests.factories.challenge import answer, make_challenge
from tests.factories.cycles import make_ladder
from tests.factories.directory import make_membership, make_person, make_registration, make_unit
from tests.factories.follow_up import make_follow_up
from tests.factories.jobs import make_job
from tests.factories.judging import make_practice, make_recommendation
from tests.factories.notices import make_email
from tests.factories.panels import panel_parts, seat
from tests.factories.returns import ACTION, AT, Opened, answer_everything, open_return, sign_and_submit
from tests.factories.sheets import make_upload


@dataclass(frozen=True, slots=True)
class Place:
    """One partnership and one of its organisations: the parts of every address that leads into it."""

    opened: Opened
    parts: Mapping[str, Any]


def make_place(**given: Any) -> Place:
    """A partnership with an open cycle and one submitted return that cites a file and plans an action."""
    opened = open_return(**given)
    item_id = add_evidence(opened.lead, opened.unit.pk, kind="file", title="Policy", file_name="policy.txt", data=b"Our policy", at=AT)
    cite_evidence(opened.lead, opened.return_id, "1.1", item_id, at=AT)
    action_id = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    ActionEvidence.objects.create(action_id=action_id, item_id=item_id, cited_at=AT, cited_by_name="The lead")
    answer_everything(opened)
    reference = sign_and_submit(opened)
    challenge = make_challenge(opened, reference)
    answer(opened, challenge, items=[item_id])
    partnership = opened.cycle.partnership
    make_ladder(opened.cycle)
    SupportConversation.objects.create(invitation=opened.invitation, needed_at=AT)
    member = make_membership(role=Role.REVIEWER, of=partnership)
    contributor = make_membership(role=Role.CONTRIBUTOR, of=opened.unit)
    panels = panel_parts(opened)
    return Place(
        opened,
        {
            **panels,
            "partnership": partnership.slug,
            "organisation": opened.unit.organisation.slug,
            "cycle": opened.cycle.slug,
            "page": "register",
            "slug": opened.participation.slug,
            "participation": opened.participation.slug,
            "return_id": opened.return_id,
            "invitation": opened.invitation.pk,
            "invitation_id": opened.invitation.pk,
            "standard_ref": "1",
            "statement_ref": "1.1",
            "prompt": "how",
            "reference": reference,
            "other": reference,
            "recommendation": make_recommendation(opened, reference, text="Not given yet").pk,
            "given": make_recommendation(opened, reference, RecommendationState.GIVEN).pk,
            "practice": make_practice(opened, reference, text="Not asked yet").pk,
            "asked": make_practice(opened, reference, GoodPracticeState.ASKED).pk,
            "item_id": item_id,
            "action_id": action_id,
            "challenge": challenge.pk,
            "follow_up": make_follow_up(opened).pk,
            "rung": "overdue-7",
            "sector": opened.invitation.sector_id,
            "job": make_job(partnership.pk).public_id,
            "email": make_email(partnership.pk).pk,
            "email_id": make_email(partnership.pk).pk,
            "upload": make_upload(opened.cycle).pk,
            "upload_id": make_upload(opened.cycle).pk,
            "registration": make_registration(partnership).pk,
            "registration_id": make_registration(partnership).pk,
            "membership": member.pk,
            "membership_id": member.pk,
            "unit_membership": contributor.pk,
            "lead_membership": opened.unit.memberships.get(person=opened.lead.person_id).pk,
        },
    )


ABSENT: dict[str, Any] = {
    "partnership": "no-such-partnership",
    "organisation": "no-such-organisation",
    "cycle": "no-such-cycle",
    "page": "no-such-page",
    "slug": "no-such-one",
    "participation": "no-such-one",
    "standard_ref": "99",
    "statement_ref": "99.9",
    "prompt": "no-such-prompt",
    "reference": "2222-2222",
    "other": "2222-2222",
    "rung": "no-such-step",
    "job": uuid4(),
}


def absent(name: str) -> Any:
    """A value for that part of an address which leads nowhere."""
    return ABSENT.get(name, 987_654_321)


def parts_of_route(name: str) -> list[str]:
    """The names of the parts that a route's address has."""
    [(_, parts)] = get_resolver().reverse_dict.getlist(name)[0][0][:1]
    return list(parts)


def people_of(place: Place) -> dict[Role, Person]:
    """A new person for each role, holding that one only, in that place."""
    found = {role: make_membership(role=role, of=place.opened.unit).person for role in UNIT_ROLES}
    Assignment.objects.create(
        unit_return_id=place.opened.return_id,
        standard=Standard.objects.get(edition=place.opened.cycle.edition, ref=place.parts["standard_ref"]),
        person=found[Role.CONTRIBUTOR],
        handed_at=AT,
        handed_by_name="The lead",
    )
    found |= {role: make_membership(role=role, of=place.opened.cycle.partnership).person for role in PARTNERSHIP_ROLES}
    for role in (Role.REVIEWER, Role.SCRUTINEER):
        seat(place.parts["panel"], found[role].pk)
    return found


def stranger() -> Person:
    """Somebody signed in who has no role anywhere."""
    return make_person("A stranger")


def other_unit_lead(place: Place) -> Person:
    """The return lead of another unit of the same organisation."""
    unit = make_unit(place.opened.unit.organisation, "Another department")
    return make_membership(role=Role.RETURN_LEAD, of=unit).person
