"""Every edition of the library in the form where it is answered, read by every kind of organisation."""

import pytest
from playwright.sync_api import Page

from section11.directory.models import Sector
from section11.directory.vocabulary import SectorKind
from section11.returns.queries.content import AskedStandard, asked_content
from section11.returns.queries.head import return_head
from section11.standards.models import Edition
from section11.standards.vocabulary import Form
from tests.browser import NewContext
from tests.factories.browsers import signed_in
from tests.factories.returns import Opened, open_return
from tests.factories.standards import whole_library

pytestmark = pytest.mark.django_db(transaction=True)


def test_every_edition_asks_every_kind_of_reader_in_their_words(new_browser_context: NewContext, site: str) -> None:
    whole_library()
    faults, words_of_their_own = list[str](), 0
    page = new_browser_context().new_page()
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    for edition in Edition.objects.filter(partnership=None, supplements=None).order_by("pk"):
        opened = open_return(edition=edition, form=Form.FULL)
        page.context.add_cookies([{"name": "sessionid", "value": signed_in(opened.lead).cookies["sessionid"].value, "url": site}])
        for number, kind in enumerate(SectorKind):
            Sector.objects.filter(pk=opened.invitation.sector_id).update(kind=kind)
            standards = asked_content(return_head(opened.lead, opened.return_id)).standards
            standard = standards[number % len(standards)]  # each is read by somebody
            found, own = wrong_with(page, opened, standard, kind)
            words_of_their_own += own
            faults += [f"{edition.tool} {standard.ref} for {kind}: {fault}" for fault in found]
    assert faults == []
    assert words_of_their_own > 100


def wrong_with(page: Page, opened: Opened, standard: AskedStandard, kind: SectorKind) -> tuple[list[str], int]:
    """What the page of a standard lacks, and for how many of its statements that kind of reader has words of their own."""
    response = page.goto(f"/o/{opened.unit.organisation.slug}/returns/{opened.return_id}/standards/{standard.ref}")
    if response is None or response.status != 200:
        return [f"answered {response and response.status}"], 0
    shown = " ".join((page.locator("main").text_content() or "").split())
    wordings = [statement.wording(kind) for statement in standard.statements]
    wanted = [standard.title, *(statement.text for statement in standard.statements)]
    for wording in wordings:
        wanted += [wording.for_you, wording.guidance, wording.impact, *wording.evidence_examples, *wording.looks_like.values()]
    missing = [f"does not say: {text}" for text in wanted if " ".join(text.split()) not in shown]
    if page.locator("fieldset .s11-levels").count() != len(standard.statements):
        missing.append("does not ask for a level of each statement")
    return missing, sum(bool(wording.for_you) for wording in wordings)
