"""What return leads are told while a return is judged: that they are asked to share something, that something is recommended."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.judging_emails import ToldLead, leads_asked_for_consent, leads_given_recommendations
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def asked(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email a return and day to each lead who is asked whether good practice may be shared."""
    return [_notice(EmailKind.CONSENT_ASKED, one) for one in leads_asked_for_consent(viewer, since)]


def given(viewer: Viewer, since: datetime) -> list[Notice]:
    """One email a return and day to each lead to whom something is recommended, but with a letter."""
    return [_notice(EmailKind.RECOMMENDATIONS_GIVEN, one) for one in leads_given_recommendations(viewer, since)]


def _notice(kind: EmailKind, one: ToldLead) -> Notice:
    return Notice(
        kind=kind,
        about=f"{kind}:{one.about.invitation_id}:{one.day}:{key_of(one.recipient.person_ref)}",
        subject_ref=ref("invitation", one.about.invitation_id),
        recipient=one.recipient,
        partnership_id=one.about.asker.partnership_id,
        from_name=one.about.asker.name,
        reply_to=one.about.asker.email,
        write=partial(_text, kind, one),
    )


def _text(kind: EmailKind, one: ToldLead) -> Text:
    about = one.about
    is_consent = kind is EmailKind.CONSENT_ASKED
    page = links.shared_practice_page(about.organisation_slug) if is_consent else links.recommendations_page(about.organisation_slug)
    what = "decide whether good practice may be shared" if is_consent else f"read what is recommended after the return of {about.who}"
    return written(
        kind.replace("-", "_"),
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        link=links.invited(one.recipient, page, by=about.asker.name, what=what),
        contact=named_contact(about.asker),
    )


ASKED = Kind("consent-asked", asked)
GIVEN = Kind("recommendations-given", given)
