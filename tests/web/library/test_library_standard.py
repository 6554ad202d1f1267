import pytest
from django.test import Client

from section11.standards.models import Edition
from section11.standards.queries.edition_content import edition_content
from section11.web.library.readers import kinds_of
from tests.factories.standards import edition_document, make_edition, whole_library
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
LARGEST = 120_000  # bytes of a page


@pytest.fixture
def _edition() -> None:
    document = edition_document()
    first = document["standards"][0]["statements"][0]
    first |= {
        "guidance": "One person answers.",
        "guidance_for": {"school": "Often the head."},
        "looks_like": {"met": "A name on the wall.", "unmet": "Nobody knows."},
        "looks_like_for": {"school": {"met": "A name in the prospectus."}},
        "evidence_examples": ["The rota"],
        "impact": "A child was heard.",
    }
    document["standards"][1]["statements"][0]["audience"] = "adults"
    make_edition(**{name: document[name] for name in ("standards",)})


@pytest.mark.usefixtures("_edition")
def test_it_says_all_there_is_to_say_to_everybody(client: Client, assert_queries: AssertQueries) -> None:
    with assert_queries(2):
        page = client.get("/library/small-tool/2026.1/1").content.decode()
    for text in ("One person answers.", "A name on the wall.", "Nobody knows.", "The rota", "A child was heard.", "Must be met"):
        assert text in page
    assert "Often the head." not in page
    assert "Not asked of: Primary care" in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page


@pytest.mark.usefixtures("_edition")
def test_one_reader_gets_their_own_words_and_keeps_them_on_the_way(client: Client) -> None:
    page = client.get("/library/small-tool/2026.1/1?kind=school").content.decode()
    assert "School: what this means for you" in page
    assert "Often the head." in page
    assert "A name in the prospectus." in page
    assert "A name on the wall." not in page
    assert "<strong>For: School</strong>" in page
    assert 'href="/library/small-tool/2026.1/2?kind=school"' in page


@pytest.mark.usefixtures("_edition")
def test_where_ages_differ_each_statement_says_whose(client: Client) -> None:
    page = client.get("/library/small-tool/2026.1/2").content.decode()
    assert '<strong class="govuk-tag govuk-tag--blue">Adults</strong>' in page


@pytest.mark.usefixtures("_edition")
@pytest.mark.parametrize("address", ["small-tool/2026.1/9", "small-tool/2030.1/1", "nothing/2026.1/1"])
def test_there_is_no_other_page(client: Client, address: str) -> None:
    assert client.get(f"/library/{address}").status_code == 404


def test_every_standard_that_ships_reads_for_every_kind_and_is_light(client: Client) -> None:
    whole_library()
    faults = []
    for pk, content_hash, tool, name in Edition.objects.values_list("pk", "content_hash", "tool", "edition"):
        content = edition_content(pk, content_hash)
        for standard in content.standards:
            for kind in ("", *(kind for kind, _ in kinds_of(content))):
                answer = client.get(f"/library/{tool}/{name}/{standard.ref}", {"kind": kind} if kind else {})
                if answer.status_code != 200 or len(answer.content) > LARGEST:
                    faults.append(f"{tool} {standard.ref} for {kind or 'everybody'}: {answer.status_code}, {len(answer.content)} bytes")
    assert faults == []
