"""Add a piece of evidence to a unit's evidence."""

import hashlib
import re
from datetime import datetime
from urllib.parse import urlsplit

from django.core.files.base import ContentFile
from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, Unit
from section11.directory.rules import tidy
from section11.directory.vocabulary import Role
from section11.evidence.models import EvidenceItem
from section11.evidence.rules.uploads import WrongFile, content_type_of, safe_file_name
from section11.evidence.vocabulary import EvidenceKind
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text

_NO_SCHEME = re.compile(r"(www(\.[\w-]+)+|[\w-]+(\.[\w-]+)*\.[a-z]{2,}/)(/?\S*)", re.IGNORECASE)  # as copied from a letterhead


def add_evidence(
    viewer: Viewer,
    unit_id: int,
    *,
    kind: str,
    title: str,
    where: str = "",
    file_name: str = "",
    data: bytes = b"",
    takes_files: bool = True,
    at: datetime,
) -> int:
    """Add a file, link or reference: by a return lead or contributor of the unit. Gives the item's id.

    `takes_files`: whether the partnership takes uploads. Says everything that is wrong at once, by field.
    """
    unit = _unit(viewer, unit_id)
    title, where = tidy(title), clean_text(where)
    if kind == EvidenceKind.LINK and _NO_SCHEME.fullmatch(where):
        where = f"https://{where}"
    problems, content_type = _file_problems(data, takes_files) if kind == EvidenceKind.FILE else ({}, "")
    if content_type:
        title = title or safe_file_name(file_name, content_type)
    problems |= _text_problems(kind, title, where)
    if problems:
        raise Refused(problems)
    item = EvidenceItem(unit=unit, kind=kind, title=title, added_at=at, added_by=viewer.person_ref)
    if kind == EvidenceKind.FILE:
        item.file_name, item.content_type = safe_file_name(file_name, content_type), content_type
        item.size, item.sha256 = len(data), hashlib.sha256(data).hexdigest()
        item.file.save(item.sha256, ContentFile(data), save=False)
    else:
        item.where = where
    with transaction.atomic():
        item.save()
        record_event(
            f"organisation:{unit.organisation_id}",
            verb="added-evidence",
            actor=viewer.person_ref,
            subject=item.ref,
            at=at,
            details={"kind": kind},
        )
    return item.pk


def _file_problems(data: bytes, takes_files: bool) -> tuple[dict[str, str], str]:
    """What is wrong with an upload, and its content type when nothing is."""
    if not takes_files:
        return {"file": "This partnership does not take files. Add a reference that says where it is kept"}, ""
    try:
        return {}, content_type_of(data)
    except WrongFile as wrong:
        return {"file": str(wrong)}, ""


def _text_problems(kind: str, title: str, where: str) -> dict[str, str]:
    problems = {}
    if kind not in set(EvidenceKind):
        problems["kind"] = "Choose a file, a link or a reference"
    if not title and kind != EvidenceKind.FILE:
        problems["title"] = "Enter a name for this evidence"
    if len(title) > 200:
        problems["title"] = "Shorten the name to 200 characters or fewer"
    if kind == EvidenceKind.LINK and not _is_web_address(where):
        problems["where"] = "Enter a web address that starts with https:// or http://"
    if kind == EvidenceKind.REFERENCE and not where:
        problems["where"] = "Say where this is kept, such as “Staff handbook, page 12, in the school office”"
    if len(where) > 2000:
        problems["where"] = "Shorten this to 2,000 characters or fewer"
    return problems


def _unit(viewer: Viewer, unit_id: int) -> Unit:
    mine = Membership.objects.filter(
        unit_id=unit_id,
        unit__organisation_id=viewer.organisation,
        person_id=viewer.person_id,
        role__in=[Role.RETURN_LEAD, Role.CONTRIBUTOR],
        ended_at__isnull=True,
    ).select_related("unit")
    membership = mine.first()
    if membership is None or membership.unit is None:
        raise Absent
    return membership.unit


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() or not c.isprintable() for c in text)
