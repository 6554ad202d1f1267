"""Who stands around a return, what state it may be in, and what was recorded of it."""

from section11.activity.models import ActivityEvent
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.returns.operations.hand_standard import hand_standard
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, Opened, answer_everything, ask, membership_id, open_return, sign, sign_and_submit
from tests.people import strangers_to

WRITERS = {"lead", "contributor it was handed to"}
OWN = WRITERS | {"contributor", "signatory"}


def hand(opened: Opened, standard_ref: str = "1") -> Viewer:
    """Hand a standard to the return's contributor."""
    hand_standard(opened.lead, opened.return_id, standard_ref, membership_id(opened.contributor, Role.CONTRIBUTOR, opened.unit), at=AT)
    return opened.contributor


def people_around(opened: Opened) -> dict[str, Viewer]:
    """Everybody with a role in the return's unit (standard 1 is handed to one contributor), and everybody who has none."""
    return {
        "lead": opened.lead,
        "contributor it was handed to": hand(opened),
        "contributor": make_viewer(Role.CONTRIBUTOR, of=opened.unit),
        "signatory": opened.signatory,
        **strangers_to(opened.unit, opened.cycle.partnership),
    }


def return_in(state: str) -> Opened:
    """A return that came to this state as returns do; `amending` is open again after a submission."""
    opened = open_return()
    if state == "open":
        return opened
    answer_everything(opened)
    if state == "with-signatory":
        ask(opened)
    elif state == "signed":
        sign(opened)
    elif state in ("submitted", "amending"):
        sign_and_submit(opened)
        if state == "amending":
            start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    else:
        raise ValueError(state)
    return opened


def events(verb: str) -> list[tuple[str, str, str, object]]:
    """Stream, actor, subject and details of every event of that verb, in order."""
    rows = ActivityEvent.objects.filter(verb=verb).order_by("pk").select_related("stream")
    return [(e.stream.ref, e.actor, e.subject, e.details) for e in rows]
