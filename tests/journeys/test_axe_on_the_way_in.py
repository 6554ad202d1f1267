"""The pages on the way in, of who registers, and of the demo: the walk as test_axe_everywhere, where somebody has to be half-way in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from section11.directory.queries.invited_links import invited_address
from section11.directory.vocabulary import Role
from section11.web.access import ACCESS
from section11.web.who_may import Scope
from tests.browser import DESKTOP, PHONE, AssertAccessible, NewContext
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_partnership, make_person
from tests.factories.returns import open_return
from tests.journeys.everywhere import ELSEWHERE, public_visits
from tests.journeys.test_axe_everywhere import Watch

pytestmark = pytest.mark.django_db(transaction=True)

Step = tuple[str, str, Client | None]  # a page's name, its address, and who opens it
NO_PAGE = ("healthz", "readyz", "demo_sign_in")


def on_the_way_in() -> Iterator[Step]:
    """A link in an email, a link too old, the code, who has no place yet, and who has two."""
    lead = make_membership(make_person("Joan Cole", email="joan.cole@oak-school.example"), Role.RETURN_LEAD).person
    link = invited_address(person_ref=lead.ref, page="/start", by="Riverside Partnership", what="Section 11 audit 2027")
    yield "invited", "/" + link.split("/", 3)[3], None
    half_way = Client()
    half_way.post(reverse("sign_in"), {"email": lead.email})
    assert mail.outbox
    yield "sign_in_code", reverse("sign_in_code"), half_way
    yield "start_here", reverse("start_here"), signed_in(make_person("Nobody Yet"))
    make_membership(lead, Role.OFFICER, of=make_partnership())
    yield "choose_place", reverse("choose_place"), signed_in(lead)


def registering() -> Iterator[Step]:
    """An organisation asks to take part."""
    partnership = make_partnership("Riverside Partnership")
    for name in ("register_organisation", "registration_sent"):
        yield name, reverse(name, kwargs={"partnership": partnership.slug}), None


def planning() -> Iterator[Step]:
    """A lead plans one more action."""
    opened = open_return()
    parts = {"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, "statement_ref": "1.1"}
    yield "plan_action", reverse("plan_action", kwargs=parts), signed_in(opened.lead)


def of_the_demo() -> Iterator[Step]:
    """What is there only where the demo is switched on."""
    make_membership(make_person("Olive Officer", email="olive@example.org"), Role.OFFICER)
    yield "sign_in", reverse("sign_in"), None
    yield "demo_emails", reverse("demo_emails"), None
    mail.EmailMessage("Your audit", f"Dear Joan,\n\nfollow {reverse('start_page')}.", "us@example.org", ["joan@example.org"]).send()
    yield "demo_emails", reverse("demo_emails"), None
    yield "demo_email", reverse("demo_email", kwargs={"number": 1}), None


PAGES = {"way in": on_the_way_in, "registering": registering, "planning": planning, "demo": of_the_demo}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("pages", PAGES)
def test_every_page_can_be_used_by_everybody(
    new_browser_context: NewContext,
    assert_accessible: AssertAccessible,
    site: str,
    settings: Any,
    tmp_path: Path,
    pages: str,
    size: tuple[int, int],
) -> None:
    if pages == "demo":
        settings.DEMO = True
        settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
        settings.EMAIL_FILE_PATH = tmp_path
    context = new_browser_context(size=size)
    watch = Watch(context.new_page(), site)
    found: list[str] = []
    for name, address, who in PAGES[pages]():
        context.clear_cookies()
        if who:
            context.add_cookies([{"name": "sessionid", "value": who.cookies["sessionid"].value, "url": site}])
        faults = watch.open(name, site + address)
        if not watch.page.url.startswith(site + address):
            faults.append(f"leads on to {watch.page.url}")
        try:
            assert_accessible(watch.page)
        except AssertionError as violations:
            faults.append(str(violations))
        found += [f"{name} {address}: {fault}" for fault in faults]
    assert found == [], "\n".join(found)


def test_no_page_that_is_open_to_all_is_passed_by(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", tmp_path
    open_to_all = {name for name, access in ACCESS.items() if access.scope in (Scope.PUBLIC, Scope.DEMO)}
    looked_at = {visit.name for visit in public_visits()} | {name for name, _, _ in (*registering(), *of_the_demo())}
    assert open_to_all - looked_at - set(NO_PAGE) == {"invited", "sign_in_code"}, "each needs a visit"
    assert set(ELSEWHERE) <= looked_at | set(NO_PAGE) | {"invited", "sign_in_code", "start_here"}
