from datetime import datetime, timedelta

import pytest

from section11.challenge.models import Look, SamplePick
from section11.cycles.models import Cycle, Invitation
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.viewer import system_viewer
from section11.returns.operations.cite_evidence import cite_evidence
from section11.transfer.operations.import_cycle import import_cycle
from tests.factories.browsers import signed_in
from tests.factories.challenge import make_part, make_reviewer
from tests.factories.cycle_files import cycle_file, encoded, invitation, submission
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_membership, make_participation, make_sector, make_viewer
from tests.factories.judging import colleague_of
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    make_reference,
    open_return,
    partnership_viewer,
    rate,
    sign_and_submit,
    submitted_return,
)
from tests.queries import AssertQueries
from tests.web.judging.pages import at_cycle, read

pytestmark = pytest.mark.django_db


def with_evidence(cycle: Cycle | None = None, **given: object) -> Opened:
    """A return that says all is met and cites something: nothing stands out."""
    opened = open_return(cycle=cycle, **given)
    cite_evidence(opened.lead, opened.return_id, "1.1", make_reference(opened), at=AT)
    answer_everything(opened)
    sign_and_submit(opened)
    return opened


def test_what_stands_out_comes_first_with_its_reasons_and_numbers() -> None:
    plain = with_evidence()
    bare, _ = submitted_return(cycle=plain.cycle)
    page = read(signed_in(plain.officer), at_cycle("triage", plain))
    assert "2 returns of 2 are waiting for your first look" in page
    assert page.index(bare.participation.name) < page.index(plain.participation.name)
    assert "All 4 statements met, and no evidence cited" in page
    assert "Nothing stands out" in page


def test_copied_text_and_a_new_lead_are_told_against_the_return_before() -> None:
    first = open_return()
    answer_everything(first, comment="As we do it.")
    sign_and_submit(first)
    second = open_return(
        cycle=make_cycle(first.cycle.partnership, edition=first.cycle.edition), participation=first.participation, unit=first.unit
    )
    answer_everything(second, comment="As we do it.")
    rate(second, "2.2", comment="We do more now.")
    sign_and_submit(second, at=AT + timedelta(days=400))
    page = read(signed_in(second.officer), at_cycle("triage", second))
    assert "3 of 4 texts word for word as last time" in page
    assert "Somebody else submitted the return before" in page


def test_far_from_its_sector_is_said_with_both_shares_where_five_answered() -> None:
    opened, _ = submitted_return()
    weak = open_return(cycle=opened.cycle)
    answer_everything(weak, "partial", no_action_reason="Next year.")
    sign_and_submit(weak)
    assert "Far from its sector 0%" not in read(signed_in(opened.officer), at_cycle("triage", opened))
    for _ in range(3):
        submitted_return(cycle=opened.cycle)
    assert "0% met, its sector 80% (5 returns)" in read(signed_in(opened.officer), at_cycle("triage", opened))


def test_it_narrows_to_what_was_not_looked_at_what_is_mine_and_one_reason() -> None:
    opened = with_evidence()
    charity = make_sector(opened.cycle.partnership, SectorKind.THIRD_SECTOR)
    other = with_evidence(opened.cycle, participation=make_participation(opened.cycle.partnership, sector=charity))
    sampled = with_evidence(opened.cycle)
    SamplePick.objects.create(invitation=sampled.invitation, drawn_at=AT, drawn_by_name="Olive")
    reviewer = make_reviewer(opened.cycle)
    make_part(reviewer, opened.cycle, sector=charity)
    Look.objects.create(invitation=opened.invitation, person_id=reviewer.person_id, number=1, at=AT)
    client, names = signed_in(reviewer), {one.participation.name: one for one in (opened, other, sampled)}

    def shown(query: str) -> list[Opened]:
        page = read(client, f"{at_cycle('triage', opened)}?{query}")
        return [one for name, one in names.items() if f"{name} " in page]

    assert shown("") == [opened, other, sampled]
    assert shown("unseen=1") == [other, sampled]
    assert shown("mine=1") == [other]
    assert shown("reason=sample") == [sampled]
    assert shown("reason=nonsense") == [opened, other, sampled]


def test_a_look_at_an_earlier_number_is_no_look_at_this_one_and_another_persons_none_of_mine() -> None:
    opened = with_evidence()
    Look.objects.create(invitation=opened.invitation, person_id=opened.officer.person_id, number=0, at=AT)
    Look.objects.create(invitation=opened.invitation, person_id=make_reviewer(opened.cycle).person_id, number=1, at=AT)
    assert "1 return of 1 is waiting" in read(signed_in(opened.officer), at_cycle("triage", opened))


def test_a_return_of_ones_own_organisation_is_never_mine() -> None:
    opened = with_evidence()
    client = signed_in(colleague_of(opened))
    page = read(client, at_cycle("triage", opened))
    assert "Your own organisation: a colleague judges it" in page
    assert "Mine to review (0)" in page


def test_the_scrutineer_reads_it_and_an_executive_viewer_does_not() -> None:
    opened = with_evidence()
    page = read(signed_in(partnership_viewer(opened, Role.SCRUTINEER)), at_cycle("triage", opened))
    assert "Mine to review" not in page
    assert "Draw a random sample" not in page
    executive = signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER))
    assert executive.get(at_cycle("triage", opened)).status_code == 404


def test_before_anything_came_in_it_says_what_will_be_here() -> None:
    opened = open_return()
    assert "No return has come in yet" in read(signed_in(opened.officer), at_cycle("triage", opened))


@pytest.mark.parametrize("returns", [50, 366])
def test_it_takes_ten_statements_at_most_and_shows_fifty_rows(assert_queries: AssertQueries, returns: int, at: datetime) -> None:
    import_cycle(system_viewer("test"), encoded(cycle_file(*(invitation(f"oak-{n}", submission()) for n in range(returns)))), at=at)
    cycle = Invitation.objects.all()[0].cycle
    viewer = make_viewer(Role.REVIEWER, of=cycle.partnership)
    make_membership(role=Role.CONTRIBUTOR)
    client = signed_in(viewer)
    with assert_queries(10) as seen:
        page = read(client, f"/p/{cycle.partnership.slug}/cycles/{cycle.slug}/read-first")
    assert page.count("no evidence cited") == 50
    assert seen.count <= 6
