"""The project's own files, and what is in its modules."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "section11"
NOT_OURS = {".git", ".venv", "var", "build", "dist", "test-results", "__pycache__", "node_modules"}


def walk(top: Path, *endings: str) -> Iterator[Path]:
    """The files below `top` with one of these endings (all of them when none is given), without what tools leave behind."""
    for path in sorted(top.iterdir()):
        if path.is_dir():
            if path.name not in NOT_OURS and not path.name.endswith(("_cache", ".egg-info")) and path.name != ".hypothesis":
                yield from walk(path, *endings)
        elif not endings or path.name.endswith(endings):
            yield path


def short(path: Path) -> str:
    """The path as we speak of it: from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    """The dotted name of a Python file."""
    return short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def parsed(path: Path) -> ast.Module:
    """Its syntax tree."""
    return ast.parse(path.read_text())


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the product but migrations."""
    return tuple(path for path in walk(PACKAGE, ".py") if path.parent.name != "migrations")


def imported(path: Path) -> set[str]:
    """Full names of what a module imports: `package.module` and `package.module.name`."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """The functions of a module whose names others may use."""
    return [node for node in parsed(path).body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


@cache
def operations() -> tuple[Path, ...]:
    """Every operation's module."""
    return tuple(path for path in walk(PACKAGE, ".py") if path.parent.name == "operations" and path.name != "__init__.py")


def none(found: Iterable[str]) -> None:
    """Fail with the whole list, one a line."""
    left = sorted(set(found))
    assert not left, "\n" + "\n".join(left)
