import re

import pytest
from django.test import Client

from section11.web.public.help_texts import FOLDER, SLUGS


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_it_shows_its_text_with_our_classes(client: Client, slug: str) -> None:
    response = client.get(f"/help/{slug}")
    page = response.content.decode()
    title = (FOLDER / f"{slug}.md").read_text().partition("\n")[0].removeprefix("# ")
    assert response.status_code == 200
    assert f'<h1 class="govuk-heading-l">{title}</h1>' in page
    assert "**" not in page
    assert "| --" not in page


@pytest.mark.django_db
def test_it_has_contents_and_pages_to_read_next(client: Client) -> None:
    page = client.get("/help/show-impact").content.decode()
    assert '<a class="govuk-link govuk-link--no-visited-state" href="#a-school">A school</a>' in page
    assert '<a class="govuk-link" href="/help/answer-well">How to answer well</a>' in page
    assert 'href="/library"' in page
    assert "s11-contents--row" in client.get("/help/glossary").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["nothing", "what", "../settings"])
def test_there_is_no_other_page(client: Client, slug: str) -> None:
    assert client.get(f"/help/{slug}").status_code == 404


@pytest.mark.parametrize("slug", SLUGS)
def test_sentences_are_short_enough_for_a_reader_of_twelve(slug: str) -> None:
    sentences = sentences_of((FOLDER / f"{slug}.md").read_text())
    words = [len(sentence.split()) for sentence in sentences]
    letters = sum(len(re.sub(r"\W", "", sentence)) for sentence in sentences)
    automated_readability = 4.71 * letters / sum(words) + 0.5 * sum(words) / len(words) - 21.43
    assert max(words) <= 25
    assert automated_readability <= 7, "about the seventh year of school"


def sentences_of(markdown: str) -> list[str]:
    """Sentences, headings, items and cells, without their marks."""
    cells = [cell.strip("-# ") for line in re.sub(r"[*`]", "", markdown).splitlines() for cell in line.strip("|").split("|")]
    return [sentence for cell in cells for sentence in re.split(r"(?<=[.?!:])\s+", cell) if sentence]
