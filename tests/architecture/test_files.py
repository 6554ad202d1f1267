"""Every file is short and about one thing, and none holds what must not stand in the project."""

import re

from tests.architecture.tree import PACKAGE, ROOT, modules, none, short, walk

TEXTS = (".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".html", ".js", ".css", ".cfg", ".ini", ".sh", "run")


def too_long(paths, most: int) -> list[str]:
    lengths = ((short(path), len(path.read_text().splitlines())) for path in paths)
    return [f"{name}: {length} lines" for name, length in lengths if length > most]


def lines_with(pattern: str, *endings: str) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{short(path)}:{number}: {line.strip()[:120]}"
        for path in walk(ROOT, *endings)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if wanted.search(line)
    ]


def test_python_files_hold_at_most_300_lines() -> None:
    none(too_long([*modules(), *walk(ROOT / "tests", ".py")], 300))


def test_templates_hold_at_most_120_lines() -> None:
    none(too_long(walk(PACKAGE / "web" / "templates", ".html"), 120))


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "common", "helpers", "helper", "core", "misc"}
    none([short(path) for path in walk(PACKAGE, ".py") if path.stem in empty or path.parent.name in empty])


def test_no_file_names_a_package_registry() -> None:
    none(lines_with(r"p[y]pi\.org|p[y]thonhosted|registry\.n[p]mjs", *TEXTS))


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    none(lines_with(r"(^|[^A-Za-z0-9_.])/(w[o]rk|f[a]rm|h[o]me/\w+|r[o]ot|U[s]ers/\w+)/", *TEXTS))


def test_no_check_is_switched_off() -> None:
    """No line is kept from ruff, mypy, coverage or pytest. Where a rule does not suit, the rule's settings say so, and why."""
    in_code = r"#\s*n[o]qa|#\s*type:\s*i[g]nore|#\s*pragma: no c[o]ver|pytest\.(mark\.)?(s[k]ip|x[f]ail)|i[m]portorskip"
    none(lines_with(in_code, ".py"))
    none(lines_with(r"i[g]nore_imports|unmatched_i[g]nore", ".toml"))
