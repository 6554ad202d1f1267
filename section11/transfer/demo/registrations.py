"""Organisations of the demo that ask to take part, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from section11.cycles.operations.invite_unit import invite_unit
from section11.cycles.rules.invitation_wording import InvitationWording
from section11.directory.operations.approve_registration import approve_registration
from section11.directory.operations.decline_registration import decline_registration
from section11.directory.operations.register_organisation import register_organisation
from section11.returns.operations.open_returns import open_returns
from section11.standards.vocabulary import Form
from section11.transfer.demo.script import Line, read_line
from section11.transfer.demo.stage import Stage


@dataclass(slots=True)
class Asker:
    """One entry of `registrations`."""

    told: Mapping[str, Any]
    lines: tuple[Line, ...]
    registration_id: int = 0


def askers(registrations: list[Mapping[str, Any]]) -> list[Asker]:
    """Every entry of `registrations`. Their own line is `9 asks`."""
    return [Asker(told, tuple(read_line(line) for line in told["story"])) for told in registrations]


def play(stage: Stage, asker: Asker, line: Line) -> None:
    """They ask; an officer approves, declines or, once approved, invites."""
    told = asker.told
    if line.verb == "asks":
        asker.registration_id = register_organisation(
            stage.partnership,
            organisation_name=told["organisation"],
            sector_key=told["sector"],
            duty_basis=told["why"],
            lead_name=told["lead"]["name"],
            lead_email=told["lead"]["email"],
            about=told["about"],
            at=stage.now,
        ).pk
        return
    officer = stage.officer(line.who)
    if line.verb == "approves":
        approve_registration(officer, asker.registration_id, at=stage.now)
    elif line.verb == "declines":
        decline_registration(officer, asker.registration_id, reason=line.said, at=stage.now)
    else:
        wording = InvitationWording(
            name=told["organisation"],
            sector=told["sector"],
            duty_basis=(told["why"],),
            lead_name=told["lead"]["name"],
            lead_email=told["lead"]["email"],
            form=Form.LIGHT,
        )
        invite_unit(officer, stage.cycle, wording, at=stage.now)
        open_returns(officer, stage.cycle_id, at=stage.tick())
