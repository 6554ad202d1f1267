"""Who is to be told by email of a sign-off or a submission. For the product itself only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from section11.directory.models import Person
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.lib.refs import key_of, kind_of
from section11.lib.viewer import Viewer
from section11.returns.models import SignOff, Submission
from section11.returns.queries.addressed import Addressed, addressed, leads_of, recipient_of
from section11.returns.vocabulary import SignOffState


@dataclass(frozen=True, slots=True)
class AskedSignatory:
    """A signatory who is to approve a return, and who asked."""

    sign_off_id: int
    at: datetime
    signatory: Recipient
    asked_by: Recipient
    about: Addressed


@dataclass(frozen=True, slots=True)
class DecidedSignOff:
    """What a signatory decided, and a lead to be told."""

    sign_off_id: int
    at: datetime
    approved: bool
    signatory: Recipient
    recipient: Recipient
    about: Addressed


@dataclass(frozen=True, slots=True)
class Receipt:
    """A submission, and somebody who gets its receipt: a lead of the unit, or who approved it."""

    submission_id: int
    reference: str
    number: int
    at: datetime
    submitted_by: str
    signed_by: str
    recipient: Recipient
    about: Addressed


def asked_signatories(viewer: Viewer, since: datetime) -> list[AskedSignatory]:
    """The signatories asked after that moment who have not decided yet; not those who asked themselves."""
    only_for_the_product(viewer)
    rows = list(_sign_offs(Q(state=SignOffState.ASKED, asked_at__gt=since, signatory__is_active=True)))
    returns = _by_return(row.unit_return_id for row in rows)
    askers = _persons({row.asked_by for row in rows})
    return [
        AskedSignatory(
            sign_off_id=row.pk,
            at=row.asked_at,
            signatory=recipient_of(row.signatory),
            asked_by=askers.get(row.asked_by, Recipient(row.asked_by_name, "")),
            about=returns[row.unit_return_id],
        )
        for row in rows
        if row.unit_return_id in returns and row.signatory.ref != row.asked_by
    ]


def decided_sign_offs(viewer: Viewer, since: datetime) -> list[DecidedSignOff]:
    """What signatories decided after that moment, for each lead who did not decide it in person."""
    only_for_the_product(viewer)
    rows = list(_sign_offs(Q(state__in=(SignOffState.APPROVED, SignOffState.SENT_BACK), decided_at__gt=since)))
    returns = _by_return(row.unit_return_id for row in rows)
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        DecidedSignOff(
            sign_off_id=row.pk,
            at=row.decided_at,
            approved=row.state == SignOffState.APPROVED,
            signatory=recipient_of(row.signatory),
            recipient=lead.recipient,
            about=returns[row.unit_return_id],
        )
        for row in rows
        if row.decided_at and row.unit_return_id in returns
        for lead in leads[returns[row.unit_return_id].unit_id]
        if lead.recipient.person_ref != row.signatory.ref
    ]


def receipts(viewer: Viewer, since: datetime) -> list[Receipt]:
    """The submissions made here after that moment (not imported ones), for each lead and for who approved."""
    only_for_the_product(viewer)
    rows = list(Submission.objects.filter(submitted_at__gt=since).exclude(submitted_by_ref="").order_by("submitted_at", "pk"))
    returns = {one.invitation_id: one for one in addressed(Q(invitation__in=[r.invitation_id for r in rows]))} if rows else {}
    leads = leads_of({one.unit_id for one in returns.values()})
    signatories = _signatories({row.unit_return_id for row in rows})
    found = []
    for row in rows:
        about = returns[row.invitation_id]
        people = [lead.recipient for lead in leads[about.unit_id]] + signatories.get(row.unit_return_id, [])
        found += [
            Receipt(row.pk, row.reference, row.number, row.submitted_at, row.submitted_by, row.signed_by, person, about)
            for person in {p.person_ref: p for p in people}.values()
        ]
    return found


def _sign_offs(which: Q) -> Iterable[SignOff]:
    return SignOff.objects.filter(which).select_related("signatory").order_by("pk")


def _persons(refs: set[str]) -> dict[str, Recipient]:
    keys = [key_of(one) for one in refs if kind_of(one) == "person"]
    return {person.ref: recipient_of(person) for person in Person.objects.filter(public_id__in=keys)} if keys else {}


def _by_return(return_ids: Iterable[int]) -> dict[int, Addressed]:
    ids = set(return_ids)
    if not ids:
        return {}
    found: dict[int, Addressed] = {}
    for one in addressed(Q(unit_return__in=ids)):
        found.setdefault(one.return_id, one)
    return found


def _signatories(return_ids: set[int]) -> dict[int, list[Recipient]]:
    """Who approved each return last."""
    if not return_ids:
        return {}
    approved = _sign_offs(Q(unit_return__in=return_ids, state=SignOffState.APPROVED, signatory__is_active=True))
    return {row.unit_return_id: [recipient_of(row.signatory)] for row in approved}
