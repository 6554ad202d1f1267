"""What help pages promise their readers: short plain sentences, our own words, links that lead somewhere, no duty to fill in forms."""

import re
from functools import cache

import pytest

from section11.cycles.rules.email_wording import PLACEHOLDERS
from section11.directory.vocabulary import DUTY_BASIS_WORDS
from section11.standards.rules.readability import grade, sentences, words
from section11.standards.rules.wording import CITED, HARDEST_TEXT, LONGEST_SENTENCE, RUN, House, run_hash, runs
from section11.transfer.edition_file.check_words import house
from section11.web.public.help_texts import CONTENTS, FOLDER, RELATED, SLUGS, help_text, related_texts

HARDEST_PAGE = 7.0  # grade of its running text: a reader of twelve
TERMS = (  # the words of the field that a reader meets, each of which can be pointed to
    *("Partnership", "Organisation", "Unit", "Participation", "Sector", "Duty basis", "Role", "Return lead", "Signatory"),
    *("Contributor", "Officer", "Reviewer", "Commissioner", "Executive viewer", "Scrutineer", "Audit tool", "Edition"),
    *("Local statement", "Standard", "Statement", "Rating scale", "Level", "Prompt", "Form", "Cycle", "Invitation", "Return"),
    *("Evidence", "Sign-off", "Submission", "Amendment", "Challenge", "Agreed level", "Grade", "Action", "Improvement plan"),
    *("Support conversation", "Follow-up", "Journey", "Register of returns", "Activity", "Escalation", "Band", "Met share"),
    *("Must-meet", "Full form", "Light form", "Tiny form", "Review form", "Panel", "Letter", "Recommendation", "Mapping", "Business unit"),
)


@cache
def held_to() -> House:
    return house()


def page(slug: str) -> str:
    return (FOLDER / f"{slug}.md").read_text(encoding="utf-8")


def texts(slug: str) -> list[str]:
    """Paragraphs, headings, items and cells, without their marks and addresses."""
    plain = re.sub(r"\[([^\]]*)\]\(/[^)]*\)", r"\1", page(slug))
    lines = [line for line in re.sub(r"[*`#>]", "", plain).splitlines() if not re.fullmatch(r"[|\- ]*", line)]
    cells = [re.sub(r"^\s*(\d+\.|-)\s+", "", cell).strip() for line in lines for cell in line.split("|")]
    return [cell for cell in cells if cell]


def anchors(slug: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', help_text(slug).body))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_reader_of_twelve_can_read_it(slug: str) -> None:
    told = [sentence for text in texts(slug) for sentence in sentences(text)]
    assert [sentence for sentence in told if len(words(sentence)) > LONGEST_SENTENCE] == []
    hard = [text for text in texts(slug) if len(sentences(text)) > 2 and grade(text, held_to().familiar) > HARDEST_TEXT]
    assert hard == []
    running = [sentence.rstrip(".?!:") + "." for sentence in told if len(words(sentence)) > 5]
    assert grade(" ".join(running), held_to().familiar) <= HARDEST_PAGE


@pytest.mark.parametrize("slug", SLUGS)
def test_every_word_is_ours(slug: str) -> None:
    shared = [" ".join(run) for run in runs(" ".join(texts(slug)), RUN) if run_hash(run) in held_to().others]
    assert shared == []


@pytest.mark.parametrize("slug", SLUGS)
def test_it_cites_only_law_and_guidance_that_were_read(slug: str) -> None:
    known = " ".join((*held_to().may_cite, *DUTY_BASIS_WORDS.values()))
    assert [title for title in CITED.findall(page(slug)) if title not in known] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_its_links_lead_to_pages_and_places_that_are_there(slug: str) -> None:
    for address in re.findall(r"\]\(([^)]+)\)", page(slug)):
        path, _, anchor = address.partition("#")
        if path == "/library":
            continue
        other = path.removeprefix("/help/")
        assert other in SLUGS, address
        assert not anchor or anchor in anchors(other), address


@pytest.mark.parametrize("slug", SLUGS)
def test_it_says_of_nobody_that_the_law_makes_them_fill_it_in(slug: str) -> None:
    low = page(slug).lower()
    for never in ("must complete", "required by law", "obliged to", "compliant", "legally required"):
        assert never not in low


@pytest.mark.parametrize("slug", SLUGS)
def test_headings_of_a_page_have_places_of_their_own(slug: str) -> None:
    found = re.findall(r' id="([^"]+)"', help_text(slug).body)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("slug", SLUGS)
def test_it_leads_on_to_other_pages(slug: str) -> None:
    others = [one.slug for one in related_texts(slug)]
    assert others
    assert slug not in others
    assert len(others) == len(set(others))


def test_each_page_is_related_and_listed_once() -> None:
    assert set(RELATED) == set(SLUGS)
    assert len(SLUGS) == len(set(SLUGS)) == sum(len(slugs) for _, slugs in CONTENTS)


def test_the_glossary_has_every_word_in_order_and_an_address_for_each() -> None:
    found = re.findall(r"^### (.+)$", page("glossary"), flags=re.MULTILINE)
    assert found == sorted(found, key=str.lower)
    assert [term for term in TERMS if term not in found] == []
    assert {"agreed-level", "register-of-returns"} <= anchors("glossary")
    assert help_text("glossary").is_alphabet


def test_sample_emails_use_only_what_the_service_fills_in() -> None:
    used = set(re.findall(r"\{(\w+)\}", page("sample-emails")))
    assert used == set(PLACEHOLDERS)
