import pytest

from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Sector
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Absent
from section11.returns.models import Answer, Narrative, Return, ReturnInvitation
from section11.returns.operations.open_returns import open_returns
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_participation, make_partnership, make_sector, make_unit, make_viewer
from tests.factories.returns import AT, make_answering_edition, make_local_edition, next_return, open_return, partnership_viewer
from tests.people import let_in
from tests.queries import AssertQueries
from tests.returns.around import events, people_around

pytestmark = pytest.mark.django_db


def asked(return_id: int) -> list[str]:
    return list(Answer.objects.filter(unit_return_id=return_id).order_by("statement__ref").values_list("statement__ref", flat=True))


def test_a_return_has_an_empty_answer_for_everything_it_is_asked() -> None:
    opened = open_return()
    made = Return.objects.get()
    assert (made.unit, made.edition, made.round, made.state, made.created_at) == (opened.unit, opened.cycle.edition, 1, "open", AT)
    assert (made.previous, made.last_saved_at) == (None, None)
    rows = Answer.objects.filter(level=None, see=None, comment="", version=0)
    assert sorted(rows.values_list("statement__ref", flat=True)) == ["1.1", "1.2", "2.1", "2.2"]
    narratives = Narrative.objects.values_list("standard__ref", "prompt", "text", "version")
    assert sorted(narratives) == [(s, prompt, "", 0) for s in ("1", "2") for prompt in ("change", "how")]
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.asked, stands.answered, stands.progress) == (4, 0, "not-opened")


@pytest.mark.parametrize(
    ("form", "kind", "refs", "prompts"),
    [
        ("full", SectorKind.SCHOOL, ["1.1", "1.2", "2.1", "2.2"], {"how", "change"}),
        ("full", SectorKind.PRIMARY_CARE, ["1.1", "2.1", "2.2"], {"how", "change"}),
        ("light", SectorKind.SCHOOL, ["1.1", "2.1"], {"how"}),
        ("light", SectorKind.PRIMARY_CARE, ["1.1", "2.1"], {"how"}),
    ],
)
def test_form_and_kind_of_sector_say_what_is_asked(form: str, kind: SectorKind, refs: list[str], prompts: set[str]) -> None:
    sector = make_sector(make_partnership(), kind)
    opened = open_return(participation=make_participation(sector=sector), form=form)
    assert asked(opened.return_id) == refs
    assert set(Narrative.objects.values_list("prompt", flat=True)) == prompts
    assert Invitation.objects.get(pk=opened.invitation.pk).asked == len(refs)


def test_the_kind_is_that_of_the_invitations_sector_and_not_of_todays() -> None:
    sector = make_sector(make_partnership(), SectorKind.SCHOOL)
    was = make_sector(sector.partnership, SectorKind.PRIMARY_CARE)
    opened = open_return(participation=make_participation(sector=sector), sector=was)
    assert Sector.objects.count() == 2
    assert "1.2" not in asked(opened.return_id)


def test_a_partnerships_own_statements_are_asked_too_and_have_no_narratives() -> None:
    opened = open_return(local=["We know our neighbours", "We know their dogs"], form="light")
    assert asked(opened.return_id) == ["1.1", "2.1", "L1", "L2"]
    assert set(Narrative.objects.values_list("standard__ref", flat=True)) == {"1", "2"}
    assert Invitation.objects.get(pk=opened.invitation.pk).asked == 4


def test_a_standard_of_which_nothing_is_asked_has_no_narratives() -> None:
    edition = make_answering_edition(
        tool="two-kinds",
        standards=[
            {"ref": "1", "title": "For all", "statements": [{"ref": "1.1", "key": "a", "text": "A"}]},
            {"ref": "2", "title": "For police", "statements": [{"ref": "2.1", "key": "b", "text": "B", "only_for": ["police"]}]},
        ],
    )
    opened = open_return(edition=edition)
    assert asked(opened.return_id) == ["1.1"]
    assert set(Narrative.objects.values_list("standard__ref", flat=True)) == {"1"}


def test_only_what_waits_is_opened_and_calling_again_does_nothing() -> None:
    cycle = make_cycle(edition=make_answering_edition())
    officer = make_viewer(Role.OFFICER, of=cycle.partnership)
    waiting = [make_invitation(cycle), make_invitation(cycle)]
    for state in ("withdrawn", "exempt"):
        make_invitation(cycle, state=state)
    make_invitation(make_cycle(cycle.partnership, edition=cycle.edition))
    assert [open_returns(officer, cycle.pk, at=AT) for _ in range(2)] == [2, 0]
    assert set(ReturnInvitation.objects.values_list("invitation", flat=True)) == {i.pk for i in waiting}
    make_invitation(cycle)
    assert open_returns(officer, cycle.pk, at=AT) == 1
    details = [event[3] for event in events("opened-returns")]
    assert details == [{"returns": 2}, {"returns": 1}]
    assert {event[:3] for event in events("opened-returns")} == {(f"partnership:{cycle.partnership_id}", officer.person_ref, cycle.ref)}


def test_a_cycle_that_is_not_open_opens_none() -> None:
    for state in ("draft", "closed"):
        cycle = make_draft(edition=make_answering_edition())
        make_invitation(cycle)
        Cycle.objects.filter(pk=cycle.pk).update(state=state)
        assert open_returns(make_viewer(Role.OFFICER, of=cycle.partnership), cycle.pk, at=AT) == 0
    assert not Return.objects.exists()


def test_the_next_round_knows_the_one_before() -> None:
    first = open_return()
    second, third = next_return(first), next_return(first)
    rows = Return.objects.order_by("pk").values_list("round", "previous")
    assert list(rows) == [(1, None), (2, first.return_id), (3, second.return_id)]
    assert third.return_id > second.return_id


def test_a_new_edition_of_the_tool_goes_on_with_its_rounds() -> None:
    first = open_return()
    second = next_return(first, edition=make_answering_edition(edition="2028.1"))
    made = Return.objects.get(pk=second.return_id)
    assert (made.round, made.previous_id) == (2, first.return_id)


def test_another_tool_begins_its_own_rounds_and_knows_no_return_before() -> None:
    first = open_return()
    made = Return.objects.get(pk=next_return(first, edition=make_answering_edition(tool="other-tool")).return_id)
    assert (made.round, made.previous_id) == (1, None)


def test_one_units_rounds_are_not_anothers() -> None:
    first = open_return()
    beside = open_return(cycle=first.cycle, participation=first.participation, unit=make_unit(first.unit.organisation))
    made = Return.objects.get(pk=beside.return_id)
    assert (made.round, made.previous) == (1, None)


def test_an_officer_of_the_partnership_may() -> None:
    opened = open_return()
    people = people_around(opened) | {
        "own officer": opened.officer,
        "reviewer": partnership_viewer(opened, Role.REVIEWER),
        "executive viewer": partnership_viewer(opened, Role.EXECUTIVE_VIEWER),
        "scrutineer": partnership_viewer(opened, Role.SCRUTINEER),
        "officer elsewhere": make_viewer(Role.OFFICER),
    }
    assert let_in(people, lambda who: open_returns(who, opened.cycle.pk, at=AT)) == {"own officer", "officer"}
    with pytest.raises(Absent):
        open_returns(opened.officer, 4711, at=AT)


def test_a_hundred_returns_take_as_many_statements_as_two(assert_queries: AssertQueries) -> None:
    counts = []
    for size in (2, 100):
        cycle = make_cycle(edition=make_answering_edition(tool=f"tool-{size}"))
        assert cycle.edition
        cycle.local_edition = make_local_edition(cycle.partnership, cycle.edition, ["We know our neighbours"], f"local-{size}")
        cycle.save()
        officer = make_viewer(Role.OFFICER, of=cycle.partnership)
        for _ in range(size):
            make_invitation(cycle)
        with assert_queries(28) as seen:
            assert open_returns(officer, cycle.pk, at=AT) == size
        counts.append(len([sql for sql in seen.statements if not sql.startswith("INSERT")]))
    assert counts[0] == counts[1]
