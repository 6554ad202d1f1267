"""Make the returns that the invitations of an open cycle ask for."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from section11.activity.operations.record_events import Happened, record_events
from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, Narrative, Return, ReturnInvitation
from section11.returns.queries.last_time import LastTime, last_times
from section11.returns.queries.previous_return import Before, returns_before
from section11.returns.rules.counting import Counted, is_asked
from section11.standards.models import Edition, Standard, Statement
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.content import REVIEW_PROMPTS, EditionContent, StatementContent
from section11.standards.vocabulary import Form


def open_returns(viewer: Viewer, cycle_id: int, *, at: datetime, most: int | None = None) -> int:
    """Make a return, with an empty answer for everything it is asked, for each invitation that has none yet.

    A review begins with last time's answers, each to be confirmed; where there are none, the cycle's usual form is asked.
    By an officer of the partnership. Does nothing for a cycle that is not open; safe to call again. Gives how many it made.
    `most`: no more than that many now, so that nobody else who saves has to wait for long.
    """
    if not viewer.has(Role.OFFICER):
        raise Absent
    with transaction.atomic():
        cycle = (
            Cycle.objects.select_for_update(of=("self",), no_key=True)
            .select_related("edition", "local_edition")
            .filter(pk=cycle_id, partnership_id=viewer.partnership)
            .first()
        )
        if cycle is None:
            raise Absent
        if cycle.state != CycleState.OPEN or cycle.edition is None:
            return 0
        waiting = list(
            Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED)
            .exclude(Exists(ReturnInvitation.objects.filter(invitation_id=OuterRef("pk"))))
            .select_related("sector", "unit")
            .order_by("order", "pk")[:most]
        )
        if not waiting:
            return 0
        changed = _make(cycle, cycle.edition, waiting, at)
        stream = f"partnership:{cycle.partnership_id}"
        told = [Happened(stream, "invitation-changed", ref("invitation", pk), {"form": form}) for pk, form in changed]
        told.append(Happened(stream, "opened-returns", cycle.ref, {"returns": len(waiting)}))
        record_events(told, actor=viewer.person_ref, at=at)
    return len(waiting)


def _make(cycle: Cycle, edition: Edition, invitations: list[Invitation], at: datetime) -> list[tuple[int, str]]:
    """Returns, answers and narratives for these invitations, in a handful of statements whatever their number.

    Gives those that were to be a review and have nothing to confirm, with the form that they are asked in.
    """
    units = {i.unit_id for i in invitations}
    list(Unit.objects.select_for_update(no_key=True).filter(pk__in=units).order_by("pk"))  # another partnership may open theirs now
    before = {i.unit_id: Before() for i in invitations} | returns_before(edition, cycle.partnership_id, units)
    made = Return.objects.bulk_create(
        Return(
            unit_id=i.unit_id,
            edition=edition,
            round=before[i.unit_id].last_round + 1,
            previous_id=before[i.unit_id].return_id,
            created_at=at,
        )
        for i in invitations
    )
    ReturnInvitation.objects.bulk_create(ReturnInvitation(unit_return=r, invitation=i) for r, i in zip(made, invitations, strict=True))
    last = _last_times(cycle, edition, [before[i.unit_id].submission_id for i in invitations if i.form == Form.REVIEW])
    contents = [edition_content(edition.pk, edition.content_hash)]
    editions = [edition.pk]
    if cycle.local_edition:
        contents.append(edition_content(cycle.local_edition.pk, cycle.local_edition.content_hash))
        editions.append(cycle.local_edition.pk)
    statements = dict(Statement.objects.filter(standard__edition_id__in=editions).values_list("ref", "pk"))
    standards = dict(Standard.objects.filter(edition=edition).values_list("ref", "pk"))
    asked_by: dict[tuple[str, str], list[StatementContent]] = {}
    by_asked: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    answers, narratives = [], []
    for r, i in zip(made, invitations, strict=True):
        said = last.get(before[i.unit_id].submission_id or 0, LastTime()) if i.form == Form.REVIEW else LastTime()
        for form in dict.fromkeys((i.form, cycle.default_form)):
            key = (form, i.sector.kind)
            if key not in asked_by:
                asked_by[key] = [s for content in contents for s in content.asked(*key)]
            asked = asked_by[key]
            rows = [_answer(r, statements[s.ref], said) for s in asked]
            if form != Form.REVIEW or any(row.carried for row in rows):
                break  # a review with nothing to confirm is asked in the usual form
        by_asked[sum(is_asked(form, Counted(False, row.carried, False)) for row in rows), form].append(i.pk)
        answers += rows
        narratives += [
            Narrative(unit_return=r, standard_id=standards[ref], prompt=prompt.key)
            for ref in _standards_of(asked, contents[0])
            for prompt in contents[0].prompts_of(form)
        ]
        narratives += [Narrative(unit_return=r, prompt=prompt.key) for prompt in REVIEW_PROMPTS if form == Form.REVIEW]
    Answer.objects.bulk_create(answers, batch_size=500)
    Narrative.objects.bulk_create(narratives, batch_size=500)
    for (count, form), some in by_asked.items():
        Invitation.objects.filter(pk__in=some).update(asked=count, form=form)
    reviews = {i.pk for i in invitations if i.form == Form.REVIEW}
    return sorted((pk, form) for (_, form), some in by_asked.items() for pk in some if pk in reviews and form != Form.REVIEW)


def _last_times(cycle: Cycle, edition: Edition, submissions: Iterable[int | None]) -> dict[int, LastTime]:
    return last_times(edition.pk, edition.content_hash, cycle.local_edition_id, {one for one in submissions if one})


def _answer(unit_return: Return, statement_id: int, said: LastTime) -> Answer:
    """An empty answer; in a review last time's, to be confirmed."""
    last = said.answers.get(statement_id)
    if last is None:
        return Answer(unit_return=unit_return, statement_id=statement_id)
    return Answer(
        unit_return=unit_return,
        statement_id=statement_id,
        level_id=last.level_id,
        last_level_id=last.level_id,
        comment=last.comment,
        reason=last.reason,
        no_action_reason=last.no_action_reason,
        see_id=last.see_id,
        carried=True,
    )


def _standards_of(asked: Iterable[StatementContent], main: EditionContent) -> list[str]:
    """The refs of the main edition's standards that have an asked statement, in order, each once."""
    return list(dict.fromkeys(s.standard_ref for s in asked if s.standard_ref in main.standard_by_ref))
