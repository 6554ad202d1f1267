"""Say of emails whose sender died that nobody knows whether they went."""

from datetime import datetime, timedelta

from section11.notices.models import Email
from section11.notices.vocabulary import EmailState

LONGEST_SENDING = timedelta(minutes=10)
LOST = "Sending was interrupted. It may have gone, or not. Ask the person before you send it again."


def mark_lost_emails(*, at: datetime) -> int:
    """Mark emails claimed more than ten minutes ago, and neither sent nor refused, as not known; the scheduler does.

    They are never repeated by themselves. Answers how many there were.
    """
    lost = Email.objects.filter(state=EmailState.CLAIMED, claimed_at__lt=at - LONGEST_SENDING)
    return lost.update(state=EmailState.UNKNOWN, problem=LOST)
