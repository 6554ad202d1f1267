"""What is due is looked for across partnerships: by the product itself, and by nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from section11.challenge.queries.due_emails import answered_reviewers, asked_leads, closed_for_leads
from section11.challenge.queries.help_emails import support_news, waiting_follow_ups
from section11.challenge.queries.judging_emails import leads_asked_for_consent, leads_given_recommendations
from section11.challenge.queries.late_challenges import late_leads
from section11.challenge.queries.panel_emails import letter_readers, told_leads, told_members
from section11.cycles.queries.followed import followed_cycles
from section11.directory.queries.due_emails import asked_registrations, decided_registrations, leads_let_in, new_colleagues
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer, system_viewer
from section11.returns.queries.action_emails import asked_officers, decided_actions, reminded_plans
from section11.returns.queries.correction_emails import corrections_asked
from section11.returns.queries.due_emails import invited_leads, new_contributors, reminded_leads
from section11.returns.queries.ladder_emails import due_rungs
from section11.returns.queries.signing_emails import asked_signatories, decided_sign_offs, receipts
from section11.returns.queries.without_returns import cycles_without_returns
from tests.factories.directory import make_viewer
from tests.factories.returns import AT

Ask = Callable[[Viewer], Any]
SINCE = (
    *(answered_reviewers, asked_leads, closed_for_leads, support_news, waiting_follow_ups, leads_asked_for_consent),
    *(leads_given_recommendations, late_leads, letter_readers, told_leads, told_members),
    *(asked_registrations, decided_registrations, leads_let_in, new_colleagues),
    *(asked_officers, decided_actions, reminded_plans, corrections_asked, invited_leads, new_contributors, reminded_leads),
    *(due_rungs, asked_signatories, decided_sign_offs, receipts),
)
ASKS: dict[str, Ask] = {
    **{query.__name__: lambda viewer, query=query: query(viewer, AT) for query in SINCE},
    "followed_cycles": lambda viewer: followed_cycles(viewer, at=AT),
    "cycles_without_returns": cycles_without_returns,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ASKS)
def test_a_person_is_told_nothing_whatever_their_role(name: str) -> None:
    ASKS[name](system_viewer("scheduler"))
    with pytest.raises(Absent):
        ASKS[name](make_viewer())
