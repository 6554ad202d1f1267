"""What the officers of the demo do on the register."""

from section11.cycles.operations.ask_reminders import ask_reminders
from section11.cycles.operations.exempt_invitation import exempt_invitation
from section11.cycles.operations.extend_invitations import extend_invitations
from section11.cycles.operations.log_contact import log_contact
from section11.cycles.operations.withdraw_invitations import withdraw_invitations
from section11.cycles.rules.default_emails import default_reminder
from section11.cycles.vocabulary import ContactKind
from section11.directory.vocabulary import PartnershipKind
from section11.transfer.demo.player import Player
from section11.transfer.demo.script import Line
from section11.transfer.demo.stage import Stage

CONTACTS = {"phones": ContactKind.PHONE, "emails": ContactKind.EMAIL, "meets": ContactKind.MEETING}


def reminds(stage: Stage, player: Player, line: Line) -> None:
    """A reminder in the cycle's own words."""
    wording = default_reminder(PartnershipKind.CHILDREN)
    ask_reminders(stage.officer(line.who), stage.cycle, [player.invitation_id], wording=wording, at=stage.now)


def extends(stage: Stage, player: Player, line: Line) -> None:
    """A later due date."""
    due = stage.calendar.date(int(line.rest))
    extend_invitations(stage.officer(line.who), stage.cycle, [player.invitation_id], due=due, at=stage.now)


def withdraws(stage: Stage, player: Player, line: Line) -> None:
    """The invitation is taken back, and why."""
    withdraw_invitations(stage.officer(line.who), stage.cycle, [player.invitation_id], reason=line.said, at=stage.now)


def exempts(stage: Stage, player: Player, line: Line) -> None:
    """Left out of this audit, and why."""
    exempt_invitation(stage.officer(line.who), stage.cycle, player.invitation_id, reason=line.said, at=stage.now)


def contacts(stage: Stage, player: Player, line: Line) -> None:
    """A call, email or meeting is logged."""
    log_contact(
        stage.officer(line.who),
        stage.cycle,
        player.invitation_id,
        kind=CONTACTS[line.verb],
        spoke_to=player.name(line.rest),
        note=line.said,
        on=stage.calendar.date(line.day),
        at=stage.now,
    )
