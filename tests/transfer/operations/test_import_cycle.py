from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import AgreedLevel
from section11.cycles.models import Cycle, Invitation
from section11.directory.models import Organisation, Partnership
from section11.directory.vocabulary import Role, SectorKind
from section11.lib.errors import Refused
from section11.lib.viewer import system_viewer
from section11.returns.models import Return, ReturnInvitation, StandardCount, Submission, SubmittedAnswer
from section11.standards.models import Edition
from section11.transfer.operations.import_cycle import ImportedCycle, import_cycle
from tests.factories.cycle_files import answers, cycle_file, encoded, example, invitation, submission
from tests.factories.directory import make_organisation, make_participation, make_partnership, make_sector, make_unit, make_viewer
from tests.factories.standards import edition_document, make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
PRODUCT = system_viewer("test")


def bring(document: Any, at: datetime) -> ImportedCycle:
    return import_cycle(PRODUCT, encoded(document), at=at)


def problems_of(document: Any, at: datetime) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        bring(document, at)
    return refused.value.problems


def marsh_and_moor(**fields: Any) -> Partnership:
    return make_partnership("Marsh and Moor Partnership", slug="marsh-and-moor", **fields)


def test_the_documented_example_comes_in_whole(at: datetime) -> None:
    assert bring(example("cycle-file"), at) == ImportedCycle("riverside", "2026", 3, 1)

    cycle = Cycle.objects.get()
    assert (cycle.state, cycle.title, cycle.partnership.slug) == ("closed", "Section 11 audit 2026", "riverside")
    assert list(
        Invitation.objects.values_list("participation__slug", "unit__slug", "state", "progress", "asked", "answered", "submissions")
    ) == [
        ("oak-surgery", "", "invited", "submitted", 1, 1, 1),
        ("elm-trust", "community-nursing", "invited", "not-opened", 2, 0, 0),
        ("elm-trust", "estates", "exempt", "not-opened", 1, 0, 0),
    ]
    sent = Submission.objects.get()
    assert (sent.number, sent.form, sent.sector_key, sent.sector_kind, sent.signed_by) == (
        1,
        "full",
        "gp",
        "primary-care",
        "Senior partner",
    )
    assert ReturnInvitation.objects.get().latest == sent
    answer = SubmittedAnswer.objects.get()
    assert (answer.level and answer.level.key, answer.has_action) == ("partial", True)
    assert StandardCount.objects.get().count == 1
    agreed = AgreedLevel.objects.get()
    assert (agreed.level.key, agreed.agreed_on and agreed.agreed_on.key) == ("met", "partial")


def test_what_was_not_answered_has_a_row_without_a_level(at: datetime) -> None:
    bring(cycle_file(invitation("oak-surgery", submission(answers(s1_1="met")))), at)
    rows = SubmittedAnswer.objects.order_by("statement__order").values_list("statement__ref", "level__key")
    assert list(rows) == [("1.1", "met"), ("1.2", None), ("2.1", None), ("2.2", None)]
    assert Invitation.objects.get().answered == 1


def test_the_last_submission_counts_and_what_was_agreed_on_an_earlier_one_is_history(at: datetime) -> None:
    first = submission({"1.1": {"level": "partial", "agreed_level": "met"}})
    second = submission({"1.1": {"level": "partial"}}, submitted_at="2026-04-02T09:00:00+01:00", submitted_by="Deputy")
    bring(cycle_file(invitation("oak-surgery", first, second)), at)
    invited = Invitation.objects.get()
    assert (invited.submissions, invited.submitted_by) == (2, "Deputy")
    assert [s.number for s in Submission.objects.all()] == [1, 2]
    assert not AgreedLevel.objects.exists()


def test_local_statements_become_a_supplement(at: datetime) -> None:
    local = [{"ref": "L1", "key": "thresholds", "text": "Staff know our thresholds."}]
    bring(cycle_file(invitation("oak-surgery", submission({"L1": {"level": "met"}})), cycle={"local_statements": local}), at)
    cycle = Cycle.objects.get()
    assert cycle.local_edition is not None
    assert cycle.local_edition.supplements == cycle.edition
    assert SubmittedAnswer.objects.get(statement__ref="L1").level is not None


def test_an_edition_already_here_is_reused_by_content_or_by_name(at: datetime) -> None:
    edition = make_edition()
    bring(cycle_file(), at)
    bring(cycle_file(cycle={"slug": "2027"}, edition={"ref": "small-tool/2026.1"}), at)
    assert set(Cycle.objects.values_list("edition", flat=True)) == {edition.pk}


def test_an_edition_of_that_name_with_other_content_is_refused(at: datetime) -> None:
    make_edition()
    assert set(problems_of(cycle_file(edition=edition_document(title="Other")), at)) == {"edition"}


def test_a_neighbours_edition_is_not_here(at: datetime) -> None:
    make_edition(make_partnership(), tool="own-tool")
    assert set(problems_of(cycle_file(edition={"ref": "own-tool/2026.1"}), at)) == {"edition.ref"}
    bring(cycle_file(edition=edition_document(tool="own-tool", title="Other")), at)
    assert Edition.objects.filter(tool="own-tool").count() == 2


def test_a_cycle_already_there_is_refused(at: datetime) -> None:
    bring(cycle_file(), at)
    assert problems_of(cycle_file(), at) == {"cycle.slug": "marsh-and-moor has a cycle 2026 already"}


def test_what_contradicts_the_partnership_that_is_here_is_told_all_at_once(at: datetime) -> None:
    here = marsh_and_moor(kind="adults")
    make_sector(here, SectorKind.SCHOOL, key="schools")
    sector = make_sector(here, SectorKind.OTHER, key="school")
    oak = make_participation(here, make_organisation("Oak Surgery"), sector=sector, slug="oak", name="Oak Surgery")
    make_unit(oak.organisation, "North", slug="north")
    make_participation(here, sector=sector, slug="elm-trust", name="Elm Hospitals Trust")
    document = cycle_file(
        invitation("oak-surgery"),
        invitation("elm-trust"),
        invitation("oak", unit={"slug": "north", "name": "South"}),
        partnership={
            "slug": "marsh-and-moor",
            "name": "Marsh Partnership",
            "kind": "children",
            "sectors": [{"key": "schools", "label": "Schools", "kind": "college"}],
        },
    )
    document["invitations"][2]["organisation"] |= {"name": "Oak Surgery", "sector": "police"}
    document["invitations"][0]["organisation"]["name"] = "OAK SURGERY"
    found = problems_of(document, at)
    assert set(found) == {
        "partnership.name",
        "partnership.kind",
        "partnership.sectors[0].kind",
        "invitations[0].organisation.slug",
        "invitations[0].organisation.sector",
        "invitations[1].organisation.name",
        "invitations[1].organisation.sector",
        "invitations[2].organisation.name",
        "invitations[2].unit.name",
    }


def test_organisations_meet_those_here_by_slug_within_the_partnership_only(at: datetime) -> None:
    elsewhere = make_participation(make_partnership(), make_organisation("Oak Surgery", slug="oak-surgery"))
    bring(cycle_file(invitation("oak-surgery", submission())), at)
    bring(cycle_file(invitation("oak-surgery", submission()), cycle={"slug": "2027"}), at)
    first, second = Invitation.objects.order_by("cycle__slug")
    assert first.unit == second.unit
    assert first.unit.organisation != elsewhere.organisation
    assert first.unit.organisation.slug == "oak-surgery-2"


def test_a_return_knows_the_one_before_it_in_whatever_order_they_come(at: datetime) -> None:
    sent = {"old": "2022-03-01T09:00:00Z", "mid": "2024-03-01T09:00:00Z", "late": "2026-03-01T09:00:00Z"}
    for slug in ("mid", "late", "old"):
        bring(cycle_file(invitation("oak-surgery", submission(submitted_at=sent[slug])), cycle={"slug": slug}), at)
    old, mid, new = Return.objects.order_by("created_at")
    assert (old.previous, mid.previous, new.previous) == (None, old, mid)
    assert (old.round, mid.round, new.round) == (1, 2, 3)


def test_a_refused_file_leaves_nothing(at: datetime) -> None:
    document = cycle_file(invitation("oak-surgery", submission(answers(s1_7="met"))))
    assert problems_of(document, at) == {'invitations[0].submissions[0].answers["1.7"]': "no such statement"}
    for model in (Partnership, Organisation, Edition, Cycle, ActivityEvent):
        assert not model.objects.exists()


def test_each_part_that_came_in_is_recorded_without_anything_typed(at: datetime) -> None:
    bring(cycle_file(invitation("oak-surgery", submission())), at)
    assert [event.verb for event in ActivityEvent.objects.order_by("number")] == [
        "partnership-brought-in",
        "participations-brought-in",
        "edition-published",
        "cycle-brought-in",
        "submissions-brought-in",
    ]


def test_an_officer_brings_a_file_into_their_own_partnership_only(at: datetime) -> None:
    officer = make_viewer(Role.OFFICER, of=marsh_and_moor())
    neighbour = make_viewer(Role.OFFICER)
    assert import_cycle(officer, encoded(cycle_file(invitation())), at=at).invitations == 1
    with pytest.raises(Refused, match="not the partnership that you are an officer of"):
        import_cycle(neighbour, encoded(cycle_file(cycle={"slug": "2027"})), at=at)
    for role in (Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER):
        with pytest.raises(Refused):
            import_cycle(
                make_viewer(role, of=Partnership.objects.get(slug="marsh-and-moor")), encoded(cycle_file(cycle={"slug": "x"})), at=at
            )


def test_the_number_of_statements_sent_hardly_grows_with_the_returns(at: datetime, assert_queries: AssertQueries) -> None:
    def sized(slug: str, count: int) -> dict[str, Any]:
        return cycle_file(*(invitation(f"{slug}-{n}", submission()) for n in range(count)), cycle={"slug": slug})

    bring(sized("first", 1), at)
    with assert_queries(60) as few:
        bring(sized("few", 3), at)
    with assert_queries(60) as many:
        bring(sized("many", 30), at)
    assert many.count <= few.count + 3  # SQLite takes only so many values in one INSERT
