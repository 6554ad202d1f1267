"""What somebody typed while judging stands in its box again after their session ended."""

from typing import Any

import pytest
from django.test import Client

from section11.challenge.vocabulary import RecommendationState
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.returns.models import HeldPost
from section11.web.account.hold import make_hold_token
from tests.factories.browsers import signed_in
from tests.factories.judging import make_practice, make_recommendation
from tests.factories.returns import Opened, partnership_viewer, submitted_return
from tests.web.judging.pages import at_cycle, at_organisation, at_partnership, at_submission

pytestmark = pytest.mark.django_db
WORDS = "Typed in vain?"


def pages(opened: Opened, reference: str) -> list[tuple[str, Viewer, dict[str, Any]]]:
    """Every page of judging where somebody types, who, and what they send."""
    draft, given = make_recommendation(opened, reference), make_recommendation(opened, reference, RecommendationState.GIVEN, text="Given.")
    practice = make_practice(opened, reference)
    return [
        (at_submission("judge_standard", opened, reference, standard_ref="1"), opened.officer, {"practice": WORDS, "strength-1.1": "weak"}),
        (at_submission("judgement", opened, reference), opened.officer, {"text": WORDS}),
        (at_partnership("change_recommendation", opened, recommendation=draft.pk), opened.officer, {"text": WORDS, "version": 1}),
        (at_partnership("change_good_practice", opened, practice=practice.pk), opened.officer, {"text": WORDS, "version": 1}),
        (at_cycle("write_opinion", opened), partnership_viewer(opened, Role.SCRUTINEER), {"text": WORDS, "version": 0}),
        (at_organisation("answer_recommendation", opened, given=given.pk), opened.lead, {"answer": WORDS, "version": given.version}),
        (at_organisation("take_up_recommendation", opened, given=given.pk), opened.lead, {"what": WORDS}),
    ]


def test_it_is_kept_shown_again_and_let_go_once_it_is_saved() -> None:
    for address, who, typed in pages(*submitted_return()):
        Client().post(address, {**typed, "hold": make_hold_token(who.person_ref), "page": address})
        held = HeldPost.objects.get()
        client = signed_in(who)
        page = client.get(address).content.decode()
        assert f"{WORDS}</textarea>" in page, address
        assert "It is not saved yet" in page
        assert f'name="held" value="{held.pk}"' in page
        if "strength-1.1" in typed:
            assert 'value="weak" checked' in page
        assert client.post(address, {**typed, "held": held.pk}).status_code == 302, address
        assert not HeldPost.objects.exists()
