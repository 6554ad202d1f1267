"""docs/operating.md tells of every setting and every command."""

import re

from tests.architecture.tree import PACKAGE, ROOT, none, short, walk

OPERATING = ROOT / "docs" / "operating.md"


def test_every_setting_is_told() -> None:
    read = {
        name
        for path in [*walk(PACKAGE / "config", ".py"), *walk(PACKAGE / "cli", ".py")]
        for name in re.findall(r"environ(?:\.get\(|\[)\s*[\"']([A-Z0-9_]+)", path.read_text())
    }
    told = OPERATING.read_text()
    none(name for name in read | {"DATABASE_URL"} if f"`{name}`" not in told)


def test_every_command_is_told() -> None:
    commands = {path.stem.replace("_", "-") for path in (PACKAGE / "cli" / "management" / "commands").glob("[a-z]*.py")}
    told = OPERATING.read_text()
    none(name for name in commands if f"section11 {name}" not in told)


def test_every_link_leads_somewhere() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + list(walk(ROOT / "docs", ".md"))
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text())]
    none((f"{short(page)}: {link}" for page, link in links if not (page.parent / link).exists()))
