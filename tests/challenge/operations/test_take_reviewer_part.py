import pytest

from section11.challenge.models import ReviewerPart
from section11.challenge.operations.take_reviewer_part import take_reviewer_part
from section11.challenge.queries.reviewer_parts import remit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, open_return, partnership_viewer
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def test_with_no_part_left_a_reviewer_writes_in_all() -> None:
    opened = open_return()
    reviewer = make_reviewer(opened.cycle)
    parts = [make_part(reviewer, opened.cycle, standard="1"), make_part(reviewer, opened.cycle, sector=opened.invitation.sector)]
    for part in parts:
        take_reviewer_part(opened.officer, opened.cycle.slug, part.pk, at=AT)
    assert remit(reviewer, opened.invitation.pk).covers("2")
    assert [(stream, details) for stream, _, _, details in events("took-reviewer-part")] == [
        (opened.partnership_stream, {"part": part, "from": reviewer.person_ref})
        for part in ("standard:1", f"sector:{opened.invitation.sector.key}")
    ]
    with pytest.raises(Absent):
        take_reviewer_part(opened.officer, opened.cycle.slug, parts[0].pk, at=AT)


def test_officers_may_in_their_own_cycles() -> None:
    opened, other = open_return(), open_return()
    part = make_part(make_reviewer(opened.cycle), opened.cycle, standard="1")
    foreign = make_part(make_reviewer(other.cycle), other.cycle, standard="1")
    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, lambda who: take_reviewer_part(who, opened.cycle.slug, part.pk, at=AT)) == {"officer"}
    with pytest.raises(Absent):
        take_reviewer_part(opened.officer, opened.cycle.slug, foreign.pk, at=AT)
    assert ReviewerPart.objects.count() == 2
