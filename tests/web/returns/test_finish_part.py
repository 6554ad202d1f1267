"""A contributor's part is done."""

import pytest

from section11.directory.vocabulary import Role
from section11.returns.models import Assignment
from tests.factories.browsers import signed_in
from tests.factories.returns import membership_id, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_the_contributor_says_so_and_may_take_it_back() -> None:
    opened = open_return()
    member = membership_id(opened.contributor, Role.CONTRIBUTOR, opened.unit)
    signed_in(opened.lead).post(at_page("hand_standard", opened), {"standard": "1", "member": str(member)})
    helper, path = signed_in(opened.contributor), at_page("finish_part", opened, standard_ref="1")
    assert "My part is done" in helper.get(at_page("return_tasks", opened)).content.decode()
    helper.post(path, {"done": "1"})
    assert "(done)" in signed_in(opened.lead).get(at_page("return_tasks", opened)).content.decode()
    helper.post(path, {"done": "0"})
    assert Assignment.objects.get().done_at is None
