"""A file that a submission cites, for the partnership."""

import pytest
from django.urls import reverse

from section11.directory.vocabulary import Role
from section11.evidence.operations.add_evidence import add_evidence
from section11.returns.operations.cite_evidence import cite_evidence
from tests.factories.browsers import signed_in
from tests.factories.returns import AT, answer_everything, open_return, partnership_viewer, sign_and_submit

pytestmark = pytest.mark.django_db


def test_cited_files_open_for_those_who_read_submissions_and_others_do_not() -> None:
    opened = open_return()
    cited, other = (
        add_evidence(opened.lead, opened.unit.pk, kind="file", title=title, file_name=f"{title}.txt", data=title.encode(), at=AT)
        for title in ("cited", "other")
    )
    cite_evidence(opened.lead, opened.return_id, "1.1", cited, at=AT)
    answer_everything(opened)
    reference = sign_and_submit(opened)

    def address(item: int) -> str:
        return reverse("submission_evidence", kwargs={"partnership": opened.officer.slug, "reference": reference, "item_id": item})

    response = signed_in(opened.officer).get(address(cited))
    assert response.getvalue() == b"cited"
    assert signed_in(opened.officer).get(address(other)).status_code == 404
    assert signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)).get(address(cited)).status_code == 404
