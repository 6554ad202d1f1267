"""What happens to plans after a submission: reminders of due dates, support asked and answered, actions confirmed or opened again.

Leads are told at once of what was decided, and of due dates once for all actions of a day. Officers get one email a day.
"""

from datetime import datetime
from functools import partial

from section11.directory.queries.due_emails import Asker
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written
from section11.plans.rules.reminding import Step
from section11.plans.vocabulary import UpdateKind
from section11.returns.queries.action_emails import (
    AskedOfficer,
    DecidedAction,
    RemindedPlan,
    asked_officers,
    decided_actions,
    reminded_plans,
)

KINDS = {
    UpdateKind.REPLIED: EmailKind.SUPPORT_ANSWERED,
    UpdateKind.REOPENED: EmailKind.ACTION_REOPENED,
    UpdateKind.CONFIRMED: EmailKind.ACTION_CONFIRMED,
}


def reminded(viewer: Viewer, at: datetime) -> list[Notice]:
    """One email for each due date to each lead: 14 days before, one day and 30 days after."""
    return [_reminder(one) for one in reminded_plans(viewer, at)]


def asked(viewer: Viewer, at: datetime) -> list[Notice]:
    """One email to each officer for each day on which support was asked, on the morning after."""
    return [_digest(one) for one in asked_officers(viewer, at)]


def decided(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email to each lead about what a partnership answered or decided."""
    return [_decision(one) for one in decided_actions(viewer, since)]


def _reminder(one: RemindedPlan) -> Notice:
    asker = one.about.asker
    return Notice(
        kind=EmailKind.ACTION_DUE if one.step is Step.BEFORE else EmailKind.ACTION_OVERDUE,
        about=f"action-due:{one.step}:{one.about.invitation_id}:{one.due.isoformat()}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=asker.partnership_id,
        from_name=asker.name,
        reply_to=asker.email,
        write=partial(_reminder_text, one),
    )


def _reminder_text(one: RemindedPlan) -> Text:
    return written(
        "action_due" if one.step is Step.BEFORE else "action_overdue",
        name=one.recipient.name,
        who=one.about.who,
        number=one.number,
        on=one.due,
        link=links.plain(links.plan_page(one.about.organisation_slug)),
        **_from(one.about.asker),
    )


def _digest(one: AskedOfficer) -> Notice:
    return Notice(
        kind=EmailKind.SUPPORT_ASKED,
        about=f"support-asked:{one.asker.partnership_id}:{one.day.isoformat()}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("partnership", one.asker.partnership_id),
        recipient=one.recipient,
        partnership_id=one.asker.partnership_id,
        from_name=one.asker.name,
        reply_to=one.asker.email,
        write=partial(_digest_text, one),
    )


def _digest_text(one: AskedOfficer) -> Text:
    page = links.plain(links.support_asked_page(one.asker.slug))
    return written("support_asked", name=one.recipient.name, number=one.number, day=one.day, link=page, **_from(one.asker))


def _decision(one: DecidedAction) -> Notice:
    asker = one.about.asker
    return Notice(
        kind=KINDS[one.kind],
        about=f"action-update:{one.update_id}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=asker.partnership_id,
        from_name=asker.name,
        reply_to=asker.email,
        write=partial(_decision_text, one),
    )


def _decision_text(one: DecidedAction) -> Text:
    return written(
        KINDS[one.kind].replace("-", "_"),
        name=one.recipient.name,
        who=one.about.who,
        link=links.plain(links.action_page(one.about.organisation_slug, one.action_id)),
        **_from(one.about.asker),
    )


def _from(asker: Asker) -> dict[str, str]:
    return {"partnership": asker.name, "contact": named_contact(asker)}


REMINDED = Kind("action-due", reminded, by_day=True)
ASKED = Kind("support-asked", asked, by_day=True)
DECIDED = Kind("action-decided", decided)
