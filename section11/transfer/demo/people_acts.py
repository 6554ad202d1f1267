"""Who is who in the demo: strategic leads, home organisations, deputies, and addresses that emails come back from."""

from section11.directory.operations.admit_member import admit_member
from section11.directory.operations.declare_home_organisation import declare_home_organisation
from section11.directory.operations.mark_address_bounced import mark_address_bounced
from section11.directory.operations.set_sector_lead import set_sector_lead
from section11.directory.queries.people import colleagues
from section11.directory.queries.sector_leads import sector_leads
from section11.directory.vocabulary import Role
from section11.transfer.demo.stage import Stage, address
from section11.transfer.demo.work import Task


def names_leads(stage: Stage, task: Task) -> None:
    """The strategic leads of some sectors."""
    viewer, email = task.by(stage), address(stage.people[task.told["lead"]]["name"], stage.mail)
    person_id = next(one.person_id for one in colleagues(viewer) if one.email == email)
    for sector in sector_leads(viewer):
        if sector.key in task.told["sectors"]:
            set_sector_lead(viewer, sector.sector_id, person_id=person_id, at=stage.tick())


def declares_home(stage: Stage, task: Task) -> None:
    """Where one of the partnership's people works, so that they judge nothing there."""
    viewer, email = task.by(stage), address(stage.people[task.told["who"]]["name"], stage.mail)
    member = next(one for one in colleagues(viewer) if one.email == email)
    declare_home_organisation(viewer, member.membership_id, participation=task.player.organisation, at=stage.now)


def lets_deputy_in(stage: Stage, task: Task) -> None:
    """The return lead's deputy."""
    admit_member(
        task.by(stage),
        role=Role.RETURN_LEAD,
        unit_id=task.player.unit_id,
        name=task.told["name"],
        email=address(task.told["name"], task.player.told["mail"]),
        job_title=task.told["job"],
        is_deputy=True,
        at=stage.now,
    )


def notes_bounce(stage: Stage, task: Task) -> None:
    """Emails to the return lead come back."""
    mark_address_bounced(task.by(stage), task.player.email("lead"), at=stage.now)
