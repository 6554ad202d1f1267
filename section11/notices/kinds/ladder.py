"""The rungs of a chasing ladder, each told once to everybody it is for. Looked at by the clock, not by what happened."""

from datetime import datetime, timedelta
from functools import partial

from section11.cycles.rules.email_wording import due_for_email, fill
from section11.cycles.rules.ladder import rung_moment
from section11.cycles.vocabulary import LadderKind
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.kinds.invitation import values
from section11.notices.ladder_log import LADDER, RungOfInvitation, rungs_that_went
from section11.notices.notice import Kind, Notice, Text
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import one_line
from section11.returns.queries.ladder_emails import DueRung, due_rungs

FRESH = timedelta(days=3)
KINDS: dict[str, EmailKind] = {
    LadderKind.REMINDER: EmailKind.LADDER_REMINDER,
    LadderKind.OVERDUE: EmailKind.LADDER_OVERDUE,
    LadderKind.SENIOR: EmailKind.LADDER_SENIOR,
    LadderKind.STRATEGIC_LEAD: EmailKind.LADDER_STRATEGIC_LEAD,
}


def ladder_at(at: datetime) -> Kind:
    """The kind of email whose rungs have come at that moment."""

    def due(viewer: Viewer, since: datetime) -> list[Notice]:
        found = due_rungs(viewer, at)
        went = rungs_that_went({one.about.invitation_id for one in found})
        return [_notice(one) for one in found if _key(one) not in went or _is_fresh(one, at)]

    return Kind("ladder", due)


def _key(one: DueRung) -> RungOfInvitation:
    return one.about.invitation_id, one.rung.kind, one.rung.days


def _is_fresh(one: DueRung, at: datetime) -> bool:
    """Whether somebody who came since, or is told because an address came back, is still told of a rung that went."""
    return one.about.due is not None and at - rung_moment(one.about.due, one.rung.days) < FRESH


def _notice(one: DueRung) -> Notice:
    about = one.about
    return Notice(
        kind=KINDS[one.rung.kind],
        about=f"{LADDER}:{one.rung.kind}:{one.rung.days}:{about.invitation_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", about.invitation_id),
        recipient=one.recipient,
        partnership_id=about.asker.partnership_id,
        from_name=about.asker.name,
        reply_to=about.asker.email,
        write=partial(_text, one),
    )


def _text(one: DueRung) -> Text:
    filled = values(one.recipient, one.about)
    if one.rung.kind == LadderKind.STRATEGIC_LEAD:
        filled["link"] = links.plain(links.follow_ups_page(one.about.asker.slug, one.about.cycle_slug))
    elif one.rung.kind == LadderKind.SENIOR:
        page = links.return_page(one.about.organisation_slug, one.about.return_id)
        what = f"see how far the return of {one.about.who} has come"
        filled["link"] = links.invited(one.recipient, page, by=one.about.asker.name, what=what)
    filled["due"] = due_for_email(one.about.due)
    return Text(one_line(fill(one.wording.subject, filled)), fill(one.wording.body, filled).strip() + "\n")
