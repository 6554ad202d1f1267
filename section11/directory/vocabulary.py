"""The directory's words."""

from enum import StrEnum


class PartnershipKind(StrEnum):
    CHILDREN = "children"
    ADULTS = "adults"
    JOINT = "joint"


class SectorKind(StrEnum):
    """The fixed list that guidance is written for; a partnership's own sectors each map to one."""

    STATUTORY = "statutory"
    COUNCIL = "council"
    HEALTH = "health"
    PRIMARY_CARE = "primary-care"
    POLICE = "police"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth-justice"
    CUSTODY = "custody"
    COMMISSIONED = "commissioned"
    THIRD_SECTOR = "third-sector"
    FAITH = "faith"
    SPORT = "sport"
    EARLY_YEARS = "early-years"
    SCHOOL = "school"
    COLLEGE = "college"
    LICENSED = "licensed"
    OTHER = "other"


SECTOR_KIND_WORDS: dict[SectorKind, str] = {
    SectorKind.STATUTORY: "Statutory body",
    SectorKind.COUNCIL: "Council service",
    SectorKind.HEALTH: "Health trust or body",
    SectorKind.PRIMARY_CARE: "Primary care",
    SectorKind.POLICE: "Police",
    SectorKind.PROBATION: "Probation",
    SectorKind.YOUTH_JUSTICE: "Youth justice",
    SectorKind.CUSTODY: "Custody",
    SectorKind.COMMISSIONED: "Commissioned service",
    SectorKind.THIRD_SECTOR: "Charity or community group",
    SectorKind.FAITH: "Faith group",
    SectorKind.SPORT: "Sport",
    SectorKind.EARLY_YEARS: "Early years",
    SectorKind.SCHOOL: "School",
    SectorKind.COLLEGE: "College",
    SectorKind.LICENSED: "Licensed service",
    SectorKind.OTHER: "Other",
}


class DutyBasis(StrEnum):
    """Why an organisation takes part; several may hold."""

    SECTION_11 = "section-11"
    SECTION_175_157 = "section-175-157"
    RELEVANT_AGENCY = "relevant-agency"
    CHILDCARE_ACT_S40 = "childcare-act-2006-s40"
    CARE_ACT_2014 = "care-act-2014"
    CONTRACT = "contract"
    GUIDANCE = "guidance"
    CHOICE = "choice"


DUTY_BASIS_WORDS: dict[DutyBasis, str] = {
    DutyBasis.SECTION_11: "Section 11, Children Act 2004",
    DutyBasis.SECTION_175_157: "Section 175 or 157, Education Act 2002",
    DutyBasis.RELEVANT_AGENCY: "Relevant agency",
    DutyBasis.CHILDCARE_ACT_S40: "Section 40, Childcare Act 2006",
    DutyBasis.CARE_ACT_2014: "Care Act 2014",
    DutyBasis.CONTRACT: "Contract",
    DutyBasis.GUIDANCE: "Guidance",
    DutyBasis.CHOICE: "Our own choice",
}


class Role(StrEnum):
    """What a membership lets a person do. The first three belong to a unit, the others to a partnership."""

    RETURN_LEAD = "return-lead"
    SIGNATORY = "signatory"
    CONTRIBUTOR = "contributor"
    OFFICER = "officer"
    REVIEWER = "reviewer"
    EXECUTIVE_VIEWER = "executive-viewer"
    SCRUTINEER = "scrutineer"


UNIT_ROLES = frozenset({Role.RETURN_LEAD, Role.SIGNATORY, Role.CONTRIBUTOR})
PARTNERSHIP_ROLES = frozenset({Role.OFFICER, Role.REVIEWER, Role.EXECUTIVE_VIEWER, Role.SCRUTINEER})
READERS = frozenset({Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER})  # of submissions

ROLE_WORDS: dict[Role, str] = {
    Role.RETURN_LEAD: "Return lead",
    Role.SIGNATORY: "Signatory",
    Role.CONTRIBUTOR: "Contributor",
    Role.OFFICER: "Officer",
    Role.REVIEWER: "Reviewer",
    Role.EXECUTIVE_VIEWER: "Executive viewer",
    Role.SCRUTINEER: "Independent scrutineer",
}


ROLE_ABOUT: dict[Role, str] = {
    Role.RETURN_LEAD: "Compiles the return, decides who helps, and submits it",
    Role.SIGNATORY: "The accountable senior person: approves the return before it is submitted",
    Role.CONTRIBUTOR: "Helps to answer; reads all of the return and writes in the standards handed to them",
    Role.OFFICER: "Runs the audit: invites, chases, reads returns, and decides who has which role",
    Role.REVIEWER: "Sits on the challenge panel: reads returns, challenges them and agrees levels",
    Role.EXECUTIVE_VIEWER: "Reads figures, reports and the register of returns, and changes nothing",
    Role.SCRUTINEER: "Independent: reads everything and changes nothing",
}


class RegistrationState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


REGISTRATION_STATE_WORDS: dict[RegistrationState, str] = {
    RegistrationState.WAITING: "Waiting for you",
    RegistrationState.APPROVED: "Approved",
    RegistrationState.DECLINED: "Declined",
}
