"""Pages travel packed: the longest ones are light too."""

import gzip

import pytest
from django.urls import reverse

from tests.factories.browsers import signed_in
from tests.factories.returns import make_wide_edition, open_return

pytestmark = pytest.mark.django_db


def test_a_long_page_is_packed_to_a_fraction_and_says_so() -> None:
    opened = open_return(edition=make_wide_edition(10, 8))
    path = reverse("return_copy", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id})
    plain = signed_in(opened.lead).get(path)
    packed = signed_in(opened.lead).get(path, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) * 4 < len(plain.content)
    assert b"</html>" in gzip.decompress(packed.content)
