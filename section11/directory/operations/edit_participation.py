"""Correct an organisation's name, sector or reasons for taking part."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Participation, ParticipationDuty, Sector
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import duty_problem, name_problem, tidy, without_empty
from section11.directory.vocabulary import DUTY_BASIS_WORDS, DutyBasis
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import same_name


def edit_participation(
    viewer: Viewer, slug: str, *, name: str, sector_key: str, duties: Sequence[str], version: int, at: datetime, contract: str = ""
) -> None:
    """Correct how an organisation is known in the partnership: name, sector, reasons, contract; its officers may.

    Its address and what was already submitted stay as they are. `version`: what the officer saw; who was slower is shown both texts.
    """
    partnership_id = officers_partnership(viewer)
    name, contract = tidy(name), tidy(contract)
    with transaction.atomic():
        mine = Participation.objects.filter(partnership=partnership_id, slug=slug)
        participation = mine.select_for_update(of=("self",), no_key=True).select_related("sector").first()
        if participation is None:
            raise Absent
        sector = Sector.objects.filter(partnership=partnership_id, key=sector_key).first()
        problems = without_empty(
            {
                "name": name_problem(name, whose="the organisation's name"),
                "sector": "" if sector else "Choose a sector from the list",
                "duties": duty_problem(duties),
                "contract": "Shorten the contract to 200 characters or fewer" if len(contract) > 200 else "",
            }
        )
        if problems or sector is None:
            raise Refused(problems)
        bases = list(dict.fromkeys(duties))
        held = list(participation.duties.values_list("basis", flat=True))
        theirs = _words(participation.name, participation.sector, held, participation.contract)
        mine_now = _words(name, sector, bases, contract)
        if participation.version != version and theirs != mine_now:
            differ = [field for field, text in theirs.items() if text != mine_now[field]]
            raise Conflict(
                version=participation.version,
                mine={field: mine_now[field] for field in differ},
                theirs={field: theirs[field] for field in differ},
                by=participation.edited_by_name,
            )
        kept = {"name": name, "same_name": same_name(name), "sector": sector, "contract": contract}
        try:
            with transaction.atomic():
                mine.update(**kept, version=participation.version + 1, edited_by_name=viewer.name)
        except IntegrityError:
            raise Refused({"name": "Another organisation here has this name already. Enter a name that tells them apart"}) from None
        participation.duties.all().delete()
        ParticipationDuty.objects.bulk_create(
            ParticipationDuty(participation=participation, basis=basis, order=order) for order, basis in enumerate(bases)
        )
        record_event(
            ref("partnership", partnership_id),
            verb="participation-edited",
            actor=viewer.person_ref,
            subject=ref("participation", participation.pk),
            at=at,
            details={"sector": sector.key, "duties": bases, "renamed": participation.name != name},
        )


def _words(name: str, sector: Sector, bases: Sequence[str], contract: str) -> dict[str, str]:
    duties = ", ".join(DUTY_BASIS_WORDS[DutyBasis(basis)] for basis in bases)
    return {"name": name, "sector": sector.label, "duties": duties, "contract": contract}
