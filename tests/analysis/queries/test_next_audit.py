from typing import Any

import pytest

from section11.analysis.queries.next_audit import NextFilter, next_audit
from section11.challenge.models import AgreedLevel
from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.standards.models import Level, Statement
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer
from tests.factories.joined import map_editions
from tests.factories.returns import AT, Opened, answer_everything, make_answering_edition, open_return, rate, sign_and_submit
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def last_audit() -> tuple[Cycle, dict[str, Opened]]:
    """An audit with one return of each sort: all met, a must-meet missed, partly met on the light form, and none."""
    cycle = make_cycle(edition=make_answering_edition(), opens="2025-01-01")
    returns = {name: open_return(cycle=cycle, form="light" if name == "small" else "full") for name in ("good", "missed", "small", "never")}
    for name in ("good", "missed", "small"):
        answer_everything(returns[name])
    rate(returns["missed"], "1.1", "unmet", reason="New", no_action_reason="None")
    rate(returns["small"], "2.1", "partial", no_action_reason="None")
    for name in ("good", "missed", "small"):
        sign_and_submit(returns[name])
    return cycle, returns


def test_each_unit_of_the_last_audit_with_what_it_did_and_a_form() -> None:
    last, returns = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    make_invitation(draft, participation=returns["never"].participation, form="light")
    told = next_audit(make_viewer(of=draft.partnership), draft.slug)
    assert told.last
    assert (told.last.slug, told.last.can_review) == (last.slug, True)
    rows = {row.invitation_id: row for row in told.rows}
    found = {
        name: (row.last_form, bool(row.reference), row.met, row.band, row.must_meet_missed, row.suggestion.form, row.invited_as)
        for name, one in returns.items()
        if (row := rows[one.invitation.pk])
    }
    assert found == {
        "good": ("full", True, 100, "Fully met", (), "review", ""),
        "missed": ("full", True, 75, "Partly met", ("1.1",), "full", ""),
        "small": ("light", True, 50, "Support needed", (), "full", ""),
        "never": ("full", False, None, "", (), "full", "light"),
    }


def test_agreed_levels_count() -> None:
    last, returns = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    level = Level.objects.get(edition=last.edition, key="unmet")
    AgreedLevel.objects.create(
        invitation=returns["good"].invitation,
        statement=Statement.objects.get(standard__edition=last.edition, ref="1.1"),
        level=level,
        agreed_on=Level.objects.get(edition=last.edition, key="met"),
        agreed_at=AT,
        agreed_by="person:x",
    )
    rows = next_audit(make_viewer(of=draft.partnership), draft.slug).rows
    (row,) = [row for row in rows if row.invitation_id == returns["good"].invitation.pk]
    assert (row.met, row.must_meet_missed, row.suggestion.form) == (75, ("1.1",), "full")


def test_the_newest_that_can_be_compared_comes_first_and_another_can_be_asked_for() -> None:
    last, _ = last_audit()
    other = make_cycle(last.partnership, edition=make_answering_edition(tool="other-tool"), opens="2026-01-01")
    draft = make_draft(last.partnership, edition=last.edition)
    officer = make_viewer(of=draft.partnership)
    told = next_audit(officer, draft.slug)
    assert [(one.slug, one.can_review) for one in told.cycle.earlier] == [(last.slug, True), (other.slug, False)]
    chosen = next_audit(officer, draft.slug, other.slug)
    assert (chosen.last, chosen.rows) == (told.cycle.earlier[1], [])
    assert other.edition
    assert last.edition
    map_editions(other.edition, last.edition, {"1.1": ["1.1"]})
    assert [one.can_review for one in next_audit(officer, draft.slug).cycle.earlier] == [True, True]


def test_what_is_looked_at() -> None:
    last, returns = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    make_invitation(draft, participation=returns["missed"].participation)
    rows = next_audit(make_viewer(of=draft.partnership), draft.slug).rows

    def found(**chosen: Any) -> set[str]:
        wanted = NextFilter(**chosen)
        return {name for name, one in returns.items() for row in rows if wanted.wants(row) and row.invitation_id == one.invitation.pk}

    assert found() == {"good", "small", "never"}
    assert found(waiting=False) == set(returns)
    assert found(form="review") == {"good"}
    assert found(answered="no") == {"never"}
    assert found(search=returns["small"].participation.name.upper()) == {"small"}
    assert found(sector="none-such") == set()


def test_only_officers_and_only_their_own() -> None:
    last, _ = last_audit()
    foreign = make_cycle()
    draft = make_draft(last.partnership, edition=last.edition)
    for viewer in (make_viewer(Role.REVIEWER, of=draft.partnership), make_viewer(of=foreign.partnership)):
        with pytest.raises(Absent):
            next_audit(viewer, draft.slug)
    for slug in (foreign.slug, draft.slug, "nowhere"):
        with pytest.raises(Absent):
            next_audit(make_viewer(of=draft.partnership), draft.slug, slug)


def test_seven_statements_whatever_the_number(assert_queries: AssertQueries) -> None:
    last, _ = last_audit()
    draft = make_draft(last.partnership, edition=last.edition)
    officer = make_viewer(of=draft.partnership)
    next_audit(officer, draft.slug)
    with assert_queries(7):
        next_audit(officer, draft.slug)
