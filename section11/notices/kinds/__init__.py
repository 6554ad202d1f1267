"""Every kind of email, one module a kind."""

from section11.notices.kinds import (
    challenge,
    colleague_invited,
    contributor_invited,
    invitation,
    judging,
    living_plan,
    receipt,
    registration,
    reminder,
    returned_for_correction,
    sign_off_asked,
    sign_off_decided,
)

KINDS = (
    invitation.KIND,
    reminder.KIND,
    contributor_invited.KIND,
    sign_off_asked.KIND,
    sign_off_decided.KIND,
    receipt.KIND,
    returned_for_correction.KIND,
    registration.ASKED,
    registration.DECIDED,
    colleague_invited.KIND,
    challenge.ASKED,
    challenge.CLOSED,
    challenge.ANSWERED,
    judging.ASKED,
    judging.GIVEN,
    living_plan.REMINDED,
    living_plan.ASKED,
    living_plan.DECIDED,
)
