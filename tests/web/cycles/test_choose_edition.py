from django.test import Client

from section11.cycles.models import Cycle
from section11.directory.models import Partnership
from tests.factories.cycles import make_draft
from tests.factories.directory import make_partnership
from tests.factories.standards import make_edition
from tests.web.cycles.pages import AUDIT, post, read, words

PATH = f"{AUDIT}/set-up/edition"


def test_the_librarys_and_ones_own_are_in_the_list(client: Client, partnership: Partnership, draft: Cycle) -> None:
    own = make_edition(partnership, tool="own", title="Riverside's standards")
    make_edition(make_partnership(), tool="theirs", title="Their standards")
    text = read(client, PATH)
    assert "small-tool/2026.1: 2 standards, 4 statements, 2 of them in the light form." in text
    assert "Your partnership's own." in text
    assert "Their standards" not in text
    post(client, PATH, edition=own.pk, version=1)
    assert Cycle.objects.get(pk=draft.pk).edition == own


def test_ones_own_come_first_then_the_one_for_everybody(client: Client, partnership: Partnership, draft: Cycle) -> None:
    make_edition(tool="children-and-adults", title="Joint standards")
    make_edition(tool="section-11", title="Section 11 standards")
    make_edition(partnership, tool="zz-own", title="Riverside's standards")
    make_edition(partnership, tool="section-11", edition="2024.1", title="What was asked in 2024")
    text = read(client, PATH)
    order = ("Riverside's standards", "Section 11 standards", "What was asked in 2024", "Joint standards", "small-tool/2026.1")
    places = [text.index(title) for title in order]
    assert places == sorted(places)
    assert "Everybody: from a police force to a group with no paid staff. section-11/" in text


def test_what_is_not_in_the_list_is_refused(client: Client, draft: Cycle) -> None:
    theirs = make_edition(make_partnership(), tool="theirs")
    for edition in ("", "x", theirs.pk):
        assert "Choose one of the audit tools" in words(post(client, PATH, 422, edition=edition, version=1))


def test_from_checking_it_leads_back_to_checking(client: Client, draft: Cycle) -> None:
    response = client.post(f"{PATH}?back=check", {"edition": draft.edition_id, "version": 1})
    assert response["Location"] == f"{AUDIT}/set-up/check"


def test_where_there_is_none_it_says_so(client: Client, partnership: Partnership) -> None:
    make_draft(partnership, slug="audit", edition=make_edition(make_partnership(), tool="theirs"))
    assert "There are no audit tools here yet" in read(client, PATH)
