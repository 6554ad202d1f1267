"""Set up a live audit of the demo: its partnership, its people, last time's audit, and the cycle until it opens."""

from collections.abc import Mapping, Sequence
from typing import Any

from section11.cycles.operations.choose_edition import choose_edition
from section11.cycles.operations.choose_forms import choose_forms
from section11.cycles.operations.draft_cycle import draft_cycle
from section11.cycles.operations.invite_units import invite_units
from section11.cycles.operations.open_cycle import open_cycle
from section11.cycles.operations.set_dates import set_dates
from section11.cycles.operations.write_local_statements import write_local_statements
from section11.cycles.rules.invitation_wording import InvitationWording
from section11.cycles.rules.local_statements import LocalStatementWording
from section11.directory.operations.add_sector import add_sector
from section11.directory.operations.admit_member import admit_member
from section11.directory.operations.edit_partnership import edit_partnership
from section11.directory.operations.open_partnership import open_partnership
from section11.directory.vocabulary import PartnershipKind, Role
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer, system_viewer
from section11.returns.operations.open_returns import open_returns
from section11.standards.queries.editions import find_edition
from section11.transfer.demo.folder import demo_file
from section11.transfer.demo.player import Player
from section11.transfer.demo.stage import Stage, address
from section11.transfer.operations.import_cycle import import_cycle


def set_up_partnership(stage: Stage, told: Mapping[str, Any]) -> None:
    """The partnership with its sectors and people, each on their day; the first officer tells how to reach it."""
    made = open_partnership(
        system_viewer("demo"),
        slug=told["slug"],
        name=told["name"],
        kind=PartnershipKind.CHILDREN,
        sector_kinds=(),
        at=stage.begin(told["opened"]),
    )
    product = system_viewer("demo", partnership_id=made.pk, roles=frozenset({Role.OFFICER}))
    for key, (label, kind) in told["sectors"].items():
        add_sector(product, key=key, label=label, kind=kind, at=stage.tick())
    for person in told["people"].values():
        email = address(person["name"], told["mail"])
        at = stage.begin(person["day"], 30)
        admit_member(product, role=person["role"], name=person["name"], email=email, job_title=person["job"], at=at)
    edit_partnership(
        first_officer(stage),
        name=told["name"],
        contact_email=f"{told['contact']}@{told['mail']}",
        contact_phone=told["phone"],
        takes_files=True,
        takes_registrations=True,
        own_sentence="",
        **told["privacy"],
        version=1,
        at=stage.tick(),
    )


def first_officer(stage: Stage) -> Viewer:
    """Who sets everything up."""
    return stage.officer(next(iter(stage.people)))


def bring_in_earlier(stage: Stage, told: Mapping[str, Any]) -> None:
    """The first officer brings in last time's audit from its cycle file."""
    import_cycle(first_officer(stage), demo_file(f"earlier/{told['file']}"), at=stage.begin(told["day"], 90))


def draft_audit(stage: Stage, told: Mapping[str, Any]) -> None:
    """The first officer begins to set the audit up. What comes in from files after that is of older ones."""
    title = told["title"].replace("<year>", str(stage.calendar.date(0).year))
    cycle = draft_cycle(first_officer(stage), title=title, at=stage.begin(told["drafted"], 60))
    stage.cycle, stage.cycle_id = cycle.slug, cycle.pk


def set_up_cycle(stage: Stage, told: Mapping[str, Any], organisations: Sequence[Player]) -> None:
    """The drafted cycle until it is open and every invited unit has its return."""
    officer = first_officer(stage)
    stage.begin(told["set_up"], 60)
    edition = find_edition(officer, told["edition"])
    if edition is None:
        raise Refused(f"there is no edition {told['edition']} in the library")
    opens, due = stage.calendar.date(0), stage.calendar.date(told["due"])
    statements = [LocalStatementWording(**part) for part in told["local_statements"]]
    choose_edition(officer, stage.cycle, edition_id=edition.id, version=1, at=stage.tick())
    choose_forms(officer, stage.cycle, default_form=told["form"], version=2, at=stage.tick())
    set_dates(officer, stage.cycle, opens=opens, due=due, rolling=False, version=3, at=stage.tick())
    write_local_statements(officer, stage.cycle, statements=statements, version=4, at=stage.tick())
    _invite(stage, officer, organisations, told["form"], told["invited"])
    open_cycle(officer, stage.cycle, version=5, at=stage.begin(0, -30))
    open_returns(officer, stage.cycle_id, at=stage.tick())


def _invite(stage: Stage, officer: Viewer, organisations: Sequence[Player], usual_form: str, day: int) -> None:
    """All at once, as from a sheet."""
    wordings = [_wording(stage, player, usual_form) for player in organisations]
    made = invite_units(officer, stage.cycle, wordings, at=stage.begin(day, 60))
    for player, invitation in zip(organisations, made, strict=True):
        player.invitation_id, player.unit_id = invitation.pk, invitation.unit_id
        player.organisation = invitation.unit.organisation.slug


def _wording(stage: Stage, player: Player, usual_form: str) -> InvitationWording:
    told = player.told
    signatory = told["signatory"]["name"] if "signatory" in told else ""
    return InvitationWording(
        name=told["name"],
        sector=player.sector,
        duty_basis=player.why,
        lead_name=player.lead,
        lead_email=player.email("lead"),
        form=told.get("form", usual_form),
        unit=told.get("unit", ""),
        signatory_name=signatory,
        signatory_email=player.email("signatory") if signatory else "",
        due=stage.calendar.date(told["due"]) if "due" in told else None,
        contract=told.get("contract", ""),
    )
