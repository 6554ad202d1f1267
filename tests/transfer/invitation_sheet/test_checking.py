from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from section11.cycles.queries.invitation_context import InvitationContext, KnownOrganisation
from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import CycleState
from section11.transfer.invitation_sheet.checking import CheckedRow, Outcome, check_rows, checked_row
from section11.transfer.invitation_sheet.table import Problem, Row
from tests.factories.sheets import sheet_row

STANDS = Standing("invited", "in-progress", 65, 12, 0, None, "", date(2027, 3, 31), invited=True)


def context(**changes: Any) -> InvitationContext:
    given = {
        "cycle_slug": "audit",
        "state": CycleState.OPEN,
        "opens": date(2026, 9, 1),
        "due": date(2027, 3, 31),
        "today": date(2026, 10, 5),
        "due_has_passed": False,
        "sectors": {"school": "Schools", "gp": "GP practices"},
        "organisations": {"elmtrust": KnownOrganisation("Elm Trust", "gp", "GP practices", frozenset({"estates"}))},
        "invited": {},
        "sent_before": frozenset(),
    }
    return InvitationContext(**{**given, **changes})


def check(
    *rows: Mapping[str, str], barred: Mapping[str, str] | None = None, works_in: Mapping[str, str] | None = None, **changes: Any
) -> tuple[list[CheckedRow], list[Problem]]:
    told = [Row(number, row) for number, row in enumerate(rows, 2)]
    return check_rows(told, context(**changes), barred=barred or {}, works_in=works_in or {}, progress=lambda done, total: None)


def wrong(*rows: Mapping[str, str], **changes: Any) -> dict[tuple[int, str], str]:
    return {(p.row, p.column): p.reason for p in check(*rows, **changes)[1]}


def test_what_each_row_will_do() -> None:
    rows, problems = check(
        sheet_row(),
        sheet_row("ELM  trust", sector="gp"),
        sheet_row("Elm Trust", sector="gp", unit="Estates"),
        sheet_row("Elm Trust", sector="school", unit="Wards"),
        sheet_row("oak surgery", unit="Branch"),
    )
    assert not problems
    assert [(row.row, row.outcome, row.note) for row in rows] == [
        (2, Outcome.NEW, ""),
        (3, Outcome.MATCHED, "Known here as Elm Trust"),
        (4, Outcome.MATCHED, ""),
        (5, Outcome.UNIT, "Stays in the sector GP practices"),
        (6, Outcome.UNIT, ""),
    ]


def test_words_and_keys_are_both_read_and_kept_rows_come_back_the_same() -> None:
    row = sheet_row(
        sector="gp  PRACTICES",
        duty_basis="Section 11, Children Act 2004; contract;contract",
        form="Light form",
        due="31/3/2027",
        lead_email="Ann.Lead@Example.org",
        signatory_name="Bea",
        signatory_email="bea@example.org",
        unit="Site",
        contract="C 1",
    )
    (made,), problems = check(row)
    assert not problems
    assert (made.wording.sector, made.wording.duty_basis, made.wording.form) == ("gp", ("section-11", "contract"), "light")
    assert (made.wording.due, made.wording.lead_email) == (date(2027, 3, 31), "ann.lead@example.org")
    assert checked_row(made.as_dict()) == made


def test_every_fault_of_every_row_is_told() -> None:
    bad = {"sector": "gps", "duty_basis": "because", "lead_name": "", "lead_email": "ann@", "form": "short", "due": "soon"}
    found = wrong(sheet_row("", **bad), sheet_row("Oak", **bad, signatory_email="bea"))
    assert set(found) == {(n, c) for n in (2, 3) for c in bad} | {(2, "name"), (3, "signatory_name"), (3, "signatory_email")}
    assert found[2, "sector"] == "No sector of this name. Yours are: school (Schools); gp (GP practices)"
    assert "because" in found[2, "duty_basis"]
    assert "section-11" in found[2, "duty_basis"]


@pytest.mark.parametrize("due", ["2026-10-04", "31/02/2027", "2037-01-01", "2026-09-01", "1 Octember 2027", "46112"])
def test_dates_past_malformed_and_far_are_told(due: str) -> None:
    assert set(wrong(sheet_row(due=due))) == {(2, "due")}


def test_after_the_due_date_of_the_audit_each_row_needs_its_own() -> None:
    assert set(wrong(sheet_row(), sheet_row("Elm", due="2027-05-01"), due_has_passed=True)) == {(2, "due")}


def test_a_row_that_is_there_twice_is_told_with_the_first() -> None:
    found = wrong(sheet_row(), sheet_row(" OAK surgery"), sheet_row(unit="Site"), sheet_row(unit="site"))
    assert found == {
        (3, "name"): " OAK surgery is in row 2 already. Keep one of the two rows",
        (5, "unit"): "Oak Surgery: site is in row 4 already. Keep one of the two rows",
    }


def test_one_that_is_invited_already_is_told_with_where_it_stands() -> None:
    found = wrong(sheet_row(), invited={("oaksurgery", ""): STANDS})
    assert found == {(2, "name"): "Oak Surgery is invited to this audit already (in progress, 12 of 65 answered)"}


def test_the_tiny_form_is_for_standards_that_have_one() -> None:
    assert wrong(sheet_row(form="tiny")) == {}
    assert set(wrong(sheet_row(form="tiny"), asks_tiny=False)) == {(2, "form")}


def test_a_review_is_for_those_who_sent_a_return_before() -> None:
    before = frozenset({("oaksurgery", "")})
    assert set(wrong(sheet_row(form="review"), sheet_row(form="review", unit="Site"), sent_before=before)) == {(3, "form")}


def test_a_new_organisation_stands_in_one_sector() -> None:
    assert set(wrong(sheet_row(), sheet_row(unit="Site", sector="gp"))) == {(3, "sector")}


def test_a_column_that_is_missing_is_not_told_in_every_row() -> None:
    assert wrong({"name": "Oak", "lead_email": "x"}).keys() == {(2, "lead_email")}


def test_progress_is_told_as_it_goes() -> None:
    told: list[tuple[int, int]] = []
    rows = [Row(number, sheet_row(f"School {number}")) for number in range(250)]
    check_rows(rows, context(), barred={}, works_in={}, progress=lambda done, total: told.append((done, total)))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_barred_addresses_are_told_with_the_reason() -> None:
    row = sheet_row(lead_email="Shut@example.org", signatory_name="Bea", signatory_email="shut@example.org")
    assert wrong(row, barred={"shut@example.org": "Shut"}) == {(2, "lead_email"): "Shut", (2, "signatory_email"): "Shut"}


def test_one_that_may_be_there_under_another_spelling_is_asked_about() -> None:
    rows, problems = check(
        sheet_row("Elm Trusst", lead_email="new@example.org"),
        sheet_row("The Elm", lead_email="known@example.org"),
        sheet_row("Ash School", lead_email="new@example.org"),
        works_in={"known@example.org": "Elm Trust"},
    )
    assert not problems
    assert [row.outcome for row in rows] == [Outcome.NEW] * 3
    asked = "Is it Elm Trust, which is here already? Then put the sheet aside and use that name in it"
    assert [row.note for row in rows] == [asked, asked, ""]


def test_a_review_of_an_unknown_name_says_which_is_meant() -> None:
    told = wrong(sheet_row("Elm Trusts", form="review"), sheet_row("Ash School", form="review"))
    assert told[2, "form"] == "Nobody of this name takes part yet. Do you mean Elm Trust? Then use that name"
    assert told[3, "form"].startswith("Choose the full or light form")
