"""docs/operating.md tells of every setting and every command."""

import re

from tests.architecture.tree import PACKAGE, ROOT, none, walk

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
