"""A whole standard that does not apply."""

import pytest

from section11.lib.clock import now
from section11.returns.models import HeldPost, StandardMark
from section11.returns.operations.hold_post import hold_post
from tests.factories.browsers import signed_in
from tests.factories.returns import open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_one_reason_is_asked_and_kept() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("mark_not_applicable", opened, standard_ref="1")
    assert "Why does it not apply?" in client.get(path).content.decode()
    wrong = client.post(path, {"reason": "  "})
    assert wrong.status_code == 422
    assert b"Say why this standard does not apply" in wrong.content
    client.post(path, {"reason": "We have no staff"})
    assert StandardMark.objects.get().reason == "We have no staff"


def test_what_was_typed_while_signed_out_stands_in_the_box_until_it_is_saved() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("mark_not_applicable", opened, standard_ref="1")
    held = hold_post(opened.lead, path=path, fields={"reason": ["We have <no> staff"]}, at=now())
    page = client.get(path).content.decode()
    assert "We have &lt;no&gt; staff</textarea>" in page
    assert f'name="held" value="{held.pk}"' in page
    assert "not saved yet" in page
    client.post(path, {"reason": "We have no staff", "held": str(held.pk)})
    assert not HeldPost.objects.exists()
    assert "not saved yet" not in client.get(path).content.decode()
