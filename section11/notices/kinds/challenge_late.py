"""Challenges that are past the day on which an answer was wanted: told once to the leads whose turn it is. Never what they say."""

from datetime import datetime
from functools import partial

from section11.challenge.queries.late_challenges import LateLead, late_leads
from section11.lib.refs import key_of, ref
from section11.lib.viewer import Viewer
from section11.notices import links
from section11.notices.notice import Kind, Notice, Text, named_contact
from section11.notices.vocabulary import EmailKind
from section11.notices.writing import written


def due(viewer: Viewer, at: datetime) -> list[Notice]:
    """One email for each day that is over to each lead, on the day after it."""
    return [
        Notice(
            kind=EmailKind.CHALLENGE_LATE,
            about=f"challenge-late:{one.about.invitation_id}:{one.wanted_by}:{key_of(one.recipient.person_ref)}",
            subject_ref=ref("invitation", one.about.invitation_id),
            recipient=one.recipient,
            partnership_id=one.about.asker.partnership_id,
            from_name=one.about.asker.name,
            reply_to=one.about.asker.email,
            write=partial(_text, one),
        )
        for one in late_leads(viewer, at)
    ]


def _text(one: LateLead) -> Text:
    about = one.about
    page = links.own_challenges_page(about.organisation_slug, about.return_id)
    return written(
        "challenge_late",
        name=one.recipient.name,
        who=about.who,
        cycle=about.cycle_title,
        partnership=about.asker.name,
        number=one.number,
        wanted_by=one.wanted_by,
        link=links.invited(one.recipient, page, by=about.asker.name, what=f"answer a question about the return of {about.who}"),
        contact=named_contact(about.asker),
    )


KIND = Kind("challenge-late", due, by_day=True)
