"""Pages lead to help where people need it, and every such line leads to a page and a place that are there."""

import re
from pathlib import Path

import pytest
from django.test import Client

from section11 import web
from section11.web.public.help_texts import SLUGS, help_text

TEMPLATES = Path(web.__file__).parent / "templates"
LINE = re.compile(r'help_(?:line|beside)\("([^"]+)", "[^"]+"(?:, "([^"]+)")?\)')
LINES = sorted(
    {(path.relative_to(TEMPLATES).as_posix(), *found) for path in TEMPLATES.rglob("*.html") for found in LINE.findall(path.read_text())}
)
NEEDED = (
    *("returns/standard.html", "returns/check_return.html", "challenge/answer_challenge.html", "challenge/own_challenges.html"),
    *("challenge/raise_challenge.html", "cycles/cycle_setup.html", "cycles/choose_edition.html", "cycles/choose_forms.html"),
    *("cycles/write_emails.html", "panels/panels.html", "analysis/figures.html", "plans/improvement_plan.html", "plans/watch_actions.html"),
)


@pytest.mark.parametrize(("template", "page", "place"), LINES)
def test_it_leads_somewhere(template: str, page: str, place: str) -> None:
    assert page in SLUGS
    assert not place or f'id="{place}"' in help_text(page).body


def test_help_is_offered_where_people_need_it() -> None:
    assert set(NEEDED) <= {template for template, _, _ in LINES}


@pytest.mark.django_db
def test_the_strangers_page_leads_to_the_library_and_to_running_an_audit(client: Client) -> None:
    page = client.get("/").content.decode()
    for address in ("/library", "/help/run-a-cycle", "/help/show-impact"):
        assert f'href="{address}"' in page
