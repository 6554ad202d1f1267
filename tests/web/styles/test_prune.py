"""Pages load the styles they use, and no others."""

import re

import pytest
from django.urls import reverse

from section11.web.styles.prune import PARTS, WEB, WRITTEN, parts
from tests.factories.browsers import signed_in
from tests.factories.returns import make_wide_edition, open_return


def test_what_pages_load_is_what_they_use() -> None:
    again = "a page began or ceased to use a class of GOV.UK Frontend: run .venv/bin/python -m section11.web.styles.prune"
    for name, text in parts().items():
        assert (WRITTEN / name).read_text(encoding="utf-8") == text, again


def test_nothing_is_lost_between_the_parts() -> None:
    named = [component for components in PARTS.values() for component in components.split()]
    assert len(named) == len(set(named))
    whole = "".join(parts().values())
    for used in ("govuk-button", "govuk-tag--red", "govuk-radios__hint", "govuk-table__cell", "govuk-input--width-2"):
        assert re.search(rf"\.{used}[,:{{]", whole), used
    assert ".govuk-tabs__list" not in whole


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["standard", "figures"])
def test_a_page_that_leaves_a_part_out_uses_none_of_it(page: str) -> None:
    opened = open_return(edition=make_wide_edition(2, 2))
    address = {
        "standard": reverse(
            "standard", kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "standard_ref": "1"}
        ),
        "figures": reverse("figures", kwargs={"partnership": opened.cycle.partnership.slug, "cycle": opened.cycle.slug}),
    }[page]
    html = signed_in(opened.lead if page == "standard" else opened.officer).get(address).content.decode()
    loaded = "".join((WEB / "static" / name).read_text(encoding="utf-8") for name in re.findall(r'href="/static/([^"]*\.css)"', html))
    known = set(re.findall(r"\.(govuk-[\w-]+)", "".join(parts().values())))
    used = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    assert {name for name in used & known if f".{name}" not in loaded} == set()
    assert len(html.encode()) > 1000
