import pytest

from section11.directory import rules
from section11.directory.vocabulary import Role


@pytest.mark.parametrize("good", ["a@b.org", "head.teacher+s11@oak-school.example", "o'hara@x.example", "A1@sub.domain.example"])
def test_addresses_that_mail_can_reach(good: str) -> None:
    assert rules.is_email(good)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "a",
        "a@b",
        "a@@b.org",
        "a b@c.org",
        "a@b.org\nBcc: x@y.org",
        ".a@b.org",
        "a@-b.org",
        "a@b..org",
        "<a@b.org>",
        "a" * 250 + "@b.org",
    ],
)
def test_addresses_that_it_cannot(bad: str) -> None:
    assert not rules.is_email(bad)


def test_all_that_is_wrong_with_a_person_is_said_at_once() -> None:
    problems = rules.person_problems(name="", email="x", job_title="y" * 201)
    assert set(problems) == {"name", "email", "job_title"}
    assert problems["name"] == "Enter the person's name"


def test_a_name_that_grows_when_folded_is_too_long() -> None:
    assert rules.name_problem("ß" * 150, whose="the name")
    assert not rules.name_problem("s" * 200, whose="the name")


def test_one_line_without_spaces_at_the_ends_or_nothing_characters() -> None:
    assert rules.tidy("  Oak\n\tSurgery \x00") == "Oak Surgery"


@pytest.mark.parametrize(
    ("role", "of_unit", "fits"), [("officer", True, False), ("officer", False, True), ("return-lead", True, True), ("x", True, False)]
)
def test_roles_belong_to_a_unit_or_to_a_partnership(role: str, of_unit: bool, fits: bool) -> None:
    assert (rules.role_problem(role, of_unit=of_unit) == "") is fits


def test_streams_are_always_in_the_same_order() -> None:
    assert rules.streams_of(organisation_id=2, partnership_id=1) == ["organisation:2", "partnership:1"]
    assert rules.streams_of(organisation_id=None, partnership_id=1) == ["partnership:1"]


@pytest.mark.parametrize(
    ("role", "others", "as_officer", "may"),
    [
        (Role.OFFICER, 0, True, False),
        (Role.OFFICER, 1, True, True),
        (Role.RETURN_LEAD, 0, False, False),
        (Role.RETURN_LEAD, 0, True, True),
        (Role.RETURN_LEAD, 1, False, True),
        (Role.CONTRIBUTOR, 0, False, True),
        (Role.REVIEWER, 0, True, True),
    ],
)
def test_who_may_be_the_last_to_go(role: Role, others: int, as_officer: bool, may: bool) -> None:
    assert (rules.may_end_role(role, others=others, as_officer=as_officer) == "") is may


def test_reasons_for_taking_part_come_from_the_list() -> None:
    assert rules.duty_problem(["section-11", "contract"]) == ""
    assert rules.duty_problem(["section-12"])
