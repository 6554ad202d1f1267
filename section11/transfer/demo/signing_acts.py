"""What leads and signatories of the demo do once a return is written."""

from section11.directory.operations.hand_over import hand_over
from section11.directory.queries.people import people_of_unit
from section11.directory.vocabulary import Role
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.send_back import send_back
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from section11.transfer.demo.player import Player
from section11.transfer.demo.script import Line
from section11.transfer.demo.stage import Stage, address


def asks_sign_off(stage: Stage, player: Player, line: Line) -> None:
    """The lead asks the signatory."""
    viewer = player.viewer(stage, line.who)
    ask_sign_off(viewer, player.return_id, _membership(stage, player, Role.SIGNATORY), at=stage.now)


def approves(stage: Stage, player: Player, line: Line) -> None:
    """The signatory approves, perhaps with a note."""
    viewer, job = player.viewer(stage, line.who), player.told["signatory"]["job"]
    read = frozen(draft(viewer, return_head(viewer, player.return_id))).signed_hash
    approve_return(viewer, player.return_id, job_title=job, read=read, note=line.said or "", at=stage.now)


def sends_back(stage: Stage, player: Player, line: Line) -> None:
    """The signatory wants something changed first."""
    send_back(player.viewer(stage, line.who), player.return_id, note=line.said, at=stage.now)


def submits(stage: Stage, player: Player, line: Line) -> None:
    """The lead sends the return."""
    submit_return(player.viewer(stage, line.who), player.return_id, at=stage.now)


def amends(stage: Stage, player: Player, line: Line) -> None:
    """The lead starts to change what was submitted, and says why."""
    start_amendment(player.viewer(stage, line.who), player.return_id, line.said, at=stage.now)


def hands_over(stage: Stage, player: Player, line: Line) -> None:
    """The lead passes their place on."""
    old, new = _membership(stage, player, Role.RETURN_LEAD), line.said["name"]
    email = address(new, player.told["mail"])
    hand_over(player.viewer(stage, "lead"), old, name=new, email=email, job_title=line.said["job"], at=stage.now)
    player.lead = new


def _membership(stage: Stage, player: Player, role: Role) -> int:
    people = people_of_unit(player.viewer(stage, "lead"), player.unit_id)
    return next(person.membership_id for person in people if person.role == role)
