import hashlib
from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Unit
from section11.directory.vocabulary import Role
from section11.evidence.models import EvidenceItem
from section11.evidence.operations.add_evidence import add_evidence
from section11.evidence.queries import evidence_file
from section11.evidence.rules.uploads import EMPTY, TOO_LARGE, WRONG_TYPE
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from tests.factories import files
from tests.factories.directory import make_organisation, make_viewer, whole_unit
from tests.people import let_in, strangers_to

pytestmark = pytest.mark.django_db
LINK: dict[str, Any] = {"kind": "link", "title": "Policy", "where": "https://oak.example/policy"}


@pytest.fixture
def unit() -> Unit:
    return whole_unit(make_organisation())


@pytest.fixture
def lead(unit: Unit) -> Viewer:
    return make_viewer(Role.RETURN_LEAD, of=unit)


def add(viewer: Viewer, unit: Unit, at: datetime, **given: Any) -> EvidenceItem:
    return EvidenceItem.objects.get(pk=add_evidence(viewer, unit.pk, at=at, **given))


def refused(viewer: Viewer, unit: Unit, at: datetime, **given: Any) -> dict[str, str]:
    with pytest.raises(Refused) as told:
        add(viewer, unit, at, **given)
    assert not EvidenceItem.objects.exists()
    assert not ActivityEvent.objects.exists()
    return told.value.problems


def test_a_link_is_kept_as_it_was_given(unit: Unit, lead: Viewer, at: datetime) -> None:
    item = add(lead, unit, at, kind="link", title="  Our \n policy ", where=" https://oak.example/policy?x=1#top ")
    assert (item.kind, item.title, item.where) == ("link", "Our policy", "https://oak.example/policy?x=1#top")
    assert (item.unit, item.added_at, item.added_by, item.removed_at, bool(item.file)) == (unit, at, lead.person_ref, None, False)


@pytest.mark.parametrize("where", ["www.oak.example", "www.oak.example/policy", "oak.example/policy?x=1"])
def test_a_web_address_without_its_beginning_gets_it(unit: Unit, lead: Viewer, at: datetime, where: str) -> None:
    assert add(lead, unit, at, kind="link", title="Our policy", where=where).where == f"https://{where}"


def test_a_reference_says_where_it_is_kept(unit: Unit, lead: Viewer, at: datetime) -> None:
    item = add(lead, unit, at, kind="reference", title="Handbook", where="Page 12\nin the office\x00")
    assert (item.kind, item.where) == ("reference", "Page 12\nin the office")


def test_a_file_is_kept_with_what_it_is_and_a_safe_name(unit: Unit, lead: Viewer, at: datetime) -> None:
    item = add(lead, unit, at, kind="file", title="", file_name="C:\\home\\Policy.exe", data=files.PDF)
    assert (item.title, item.file_name, item.content_type) == ("Policy.pdf", "Policy.pdf", "application/pdf")
    assert (item.size, item.sha256) == (len(files.PDF), hashlib.sha256(files.PDF).hexdigest())
    name, content_type, stored = evidence_file(lead, item.pk)
    with stored:
        assert (name, content_type, stored.read()) == ("Policy.pdf", "application/pdf", files.PDF)


def test_the_same_file_may_be_added_twice(unit: Unit, lead: Viewer, at: datetime) -> None:
    one, other = (add(lead, unit, at, kind="file", title=t, file_name="a.pdf", data=files.PDF) for t in ("One", "Other"))
    assert one.file.name != other.file.name


def test_the_organisation_reads_that_it_was_added_and_nothing_of_what_was_typed(unit: Unit, lead: Viewer, at: datetime) -> None:
    item = add(lead, unit, at, **LINK)
    told = ActivityEvent.objects.get()
    assert (told.stream.ref, told.verb, told.subject) == (f"organisation:{unit.organisation_id}", "added-evidence", item.ref)
    assert (told.actor, told.details) == (lead.person_ref, {"kind": "link"})


def test_leads_and_contributors_of_the_unit_may(unit: Unit, lead: Viewer, at: datetime) -> None:
    people = {
        "lead": lead,
        "contributor": make_viewer(Role.CONTRIBUTOR, of=unit),
        "signatory": make_viewer(Role.SIGNATORY, of=unit),
        **strangers_to(unit),
    }
    assert let_in(people, lambda who: add_evidence(who, unit.pk, at=at, **LINK)) == {"lead", "contributor"}


@pytest.mark.parametrize(
    "where",
    [
        "",
        "policy.pdf",
        "javascript:alert(1)",
        "ftp://oak.example",
        "https://",
        "http:///x",
        "https://a b.example",
        "https://[",
        "//x",
        "https://x\x1b.example",
    ],
)
def test_only_web_addresses_are_links(unit: Unit, lead: Viewer, at: datetime, where: str) -> None:
    assert set(refused(lead, unit, at, kind="link", title="Policy", where=where)) == {"where"}


def test_everything_wrong_is_told_at_once(unit: Unit, lead: Viewer, at: datetime) -> None:
    assert set(refused(lead, unit, at, kind="link", title=" ", where="x")) == {"title", "where"}
    assert set(refused(lead, unit, at, kind="reference", title="", where=" ")) == {"title", "where"}
    assert set(refused(lead, unit, at, kind="link", title="a" * 201, where="https://x.example/" + "a" * 2000)) == {"title", "where"}
    assert set(refused(lead, unit, at, kind="file", title="a" * 201, file_name="a.pdf", data=b"")) == {"title", "file"}
    assert set(refused(lead, unit, at, kind="picture", title="", where="")) == {"kind", "title"}


@pytest.mark.parametrize(
    ("data", "why"), [(b"", EMPTY), (files.GIF, WRONG_TYPE), (b"<svg/>", WRONG_TYPE), (b"a" * (25 * 1024 * 1024 + 1), TOO_LARGE)]
)
def test_a_file_that_is_not_taken_leaves_nothing_behind(unit: Unit, lead: Viewer, at: datetime, data: bytes, why: str) -> None:
    assert refused(lead, unit, at, kind="file", title="Policy", file_name="policy.pdf", data=data) == {"file": why}


def test_a_partnership_may_take_no_files_but_always_takes_references(unit: Unit, lead: Viewer, at: datetime) -> None:
    given = {"kind": "file", "title": "Policy", "file_name": "a.pdf", "data": files.PDF, "takes_files": False}
    assert "reference" in refused(lead, unit, at, **given)["file"]
    assert add(lead, unit, at, kind="reference", title="Policy", where="In the office", takes_files=False)
