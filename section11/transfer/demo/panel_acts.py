"""Panels, letters, support and follow-up in the demo."""

from datetime import time

from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.challenge.operations.add_slot import add_slot
from section11.challenge.operations.agree_support import agree_support
from section11.challenge.operations.approve_letter import approve_letter
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.operations.close_support import close_support
from section11.challenge.operations.draft_letter import draft_letter
from section11.challenge.operations.hold_panel import hold_panel
from section11.challenge.operations.log_support import log_support
from section11.challenge.operations.note_support_needed import note_support_needed
from section11.challenge.operations.pick_for_follow_up import pick_for_follow_up
from section11.challenge.operations.plan_panel import plan_panel
from section11.challenge.operations.raise_follow_ups import raise_follow_ups
from section11.challenge.operations.record_outcome import record_outcome
from section11.challenge.operations.tell_panel import tell_panel
from section11.challenge.queries.follow_up_list import FollowUpFilter, FollowUpRow, follow_up_list
from section11.challenge.queries.panel_view import panel_untold
from section11.challenge.queries.support_list import support_of_invitation
from section11.challenge.queries.to_tell import mark_of
from section11.challenge.rules.panel_text import PanelText, SlotText
from section11.directory.queries.people import colleagues
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.transfer.demo.stage import Stage, address
from section11.transfer.demo.work import Task


def looks_after(stage: Stage, task: Task) -> None:
    """What the scheduler does each day: support that is needed, follow-ups that are due."""
    product = system_viewer(
        "scheduler", partnership_id=stage.officer(next(iter(stage.people))).partnership, roles=frozenset({Role.OFFICER})
    )
    note_support_needed(product, stage.cycle_id, at=stage.now)
    raise_follow_ups(product, stage.cycle_id, at=stage.tick())


def agrees_support(stage: Stage, task: Task) -> None:
    """When, and with whom."""
    agree_support(
        task.by(stage),
        stage.cycle,
        task.player.invitation_id,
        agreed_for=stage.calendar.date(task.told["on"]),
        with_whom=task.told["with"],
        version=_support_version(stage, task),
        at=stage.now,
    )


def logs_support(stage: Stage, task: Task) -> None:
    """What was said."""
    version = _support_version(stage, task)
    log_support(task.by(stage), stage.cycle, task.player.invitation_id, said=task.says(), version=version, at=stage.now)


def closes_support(stage: Stage, task: Task) -> None:
    """What came of it."""
    version = _support_version(stage, task)
    close_support(task.by(stage), stage.cycle, task.player.invitation_id, outcome=task.says(), version=version, at=stage.now)


def picks(stage: Stage, task: Task) -> None:
    """Brought to the strategic lead by hand."""
    pick_for_follow_up(task.by(stage), stage.cycle, task.player.invitation_id, note=task.says(), at=stage.now)


def acknowledges(stage: Stage, task: Task) -> None:
    """The strategic lead has seen it."""
    acknowledge_follow_up(task.by(stage), _follow_up(stage, task).follow_up_id, at=stage.now)


def closes_follow_up(stage: Stage, task: Task) -> None:
    """What came of it."""
    found = _follow_up(stage, task)
    close_follow_up(task.by(stage), found.follow_up_id, outcome=task.says(), version=found.version, at=stage.now)


def plans_panel(stage: Stage, task: Task) -> None:
    """A day with its members and times."""
    viewer = task.by(stage)
    emails = {address(stage.people[key]["name"], stage.mail) for key in task.told["members"]}
    members = frozenset(one.person_id for one in colleagues(viewer) if one.email in emails)
    on = stage.calendar.date(task.told["on"])
    panel = plan_panel(viewer, stage.cycle, PanelText(task.told["title"], on, task.told["where"], members), at=stage.now)
    task.keep(stage, panel)
    for number, slot in enumerate(task.told["slots"]):
        player = task.cast[slot["to"]]
        text = SlotText(time(10 + number), 45, "\n".join(slot["asks"]))
        stage.made[f"{task.told['as']} {slot['to']}"] = add_slot(viewer, panel, player.invitation_id, text, at=stage.tick())


def tells_panel(stage: Stage, task: Task) -> None:
    """Everybody who does not know yet is told when and where."""
    viewer = task.by(stage)
    _, untold = panel_untold(viewer, stage.cycle, task.made(stage))
    tell_panel(viewer, task.made(stage), mark=mark_of(untold), at=stage.now)


def enters_outcome(stage: Stage, task: Task) -> None:
    """What the panel made of one return."""
    slot = stage.made[f"{task.told['of']} {task.told['to']}"]
    record_outcome(
        task.by(stage), task.made(stage), slot, outcome=task.told["outcome"], note=task.says(), version=task.version(), at=stage.now
    )


def holds_panel(stage: Stage, task: Task) -> None:
    """The day is over."""
    hold_panel(task.by(stage), task.made(stage), at=stage.now)


def writes_letter(stage: Stage, task: Task) -> None:
    """A draft, approved where the entry says so."""
    letter = draft_letter(task.by(stage), stage.cycle, task.player.invitation_id, at=stage.now)
    if task.told.get("approves"):
        approve_letter(task.by(stage), letter, version=1, at=stage.tick())


def _support_version(stage: Stage, task: Task) -> int:
    return support_of_invitation(task.by(stage), stage.cycle, task.player.invitation_id).version


def _follow_up(stage: Stage, task: Task) -> FollowUpRow:
    page = follow_up_list(task.by(stage), stage.cycle, FollowUpFilter()).page
    return next(row for row in page.rows if row.invitation_id == task.player.invitation_id)
