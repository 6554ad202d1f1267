"""Every route: one line in the access table, one page of its name, one template of its name, one test module."""

import inspect
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from section11.web.access import ACCESS
from tests.architecture.tree import PACKAGE, ROOT, none, short, walk

TEMPLATES = PACKAGE / "web" / "templates"
SHARED = {"layouts", "components", "errors", "emails", "parts"}  # folders of templates that are no page's own


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every pattern below, however deep."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


ROUTES = {str(pattern.name): pattern for pattern in patterns(get_resolver())}


def module_path(name: str) -> Path:
    """The file of the page behind a route."""
    return Path(inspect.getsourcefile(inspect.unwrap(ROUTES[name].callback)) or "")


def test_every_route_has_a_name_of_its_own() -> None:
    names = [str(pattern.name) for pattern in patterns(get_resolver())]
    assert "None" not in names
    none(name for name in names if names.count(name) > 1)


def test_routes_and_access_table_are_the_same() -> None:
    none(f"{name} has no line in the access table" for name in ROUTES if name not in ACCESS)
    none(f"{name} is in the access table, but no route" for name in ACCESS if name not in ROUTES)


def test_every_route_is_a_function_of_its_name() -> None:
    functions = {name: inspect.unwrap(pattern.callback).__name__ for name, pattern in ROUTES.items()}
    none(f"{name} is {function}" for name, function in functions.items() if function != name)


def test_every_page_lies_in_a_package_of_web() -> None:
    none(name for name in ROUTES if (PACKAGE / "web") not in module_path(name).parents)


def test_a_page_that_renders_has_a_template_of_its_name() -> None:
    missing = []
    for name in ROUTES:
        page = module_path(name)
        if "render(" in page.read_text() and not (TEMPLATES / page.parent.name / f"{name}.html").exists():
            missing.append(f"{short(page)} renders, but there is no {page.parent.name}/{name}.html")
    none(missing)


def test_every_template_is_shared_or_used() -> None:
    own = [path.relative_to(TEMPLATES).as_posix() for path in walk(TEMPLATES, ".html") if SHARED.isdisjoint(path.parts)]
    code = "".join(path.read_text() for path in walk(PACKAGE / "web", ".py", ".html"))
    none(name for name in own if f'"{name}"' not in code)


def test_every_page_has_a_test_module() -> None:
    pages = {module_path(name) for name in ROUTES}
    wanted = {ROOT / "tests" / page.parent.relative_to(PACKAGE) / f"test_{page.name}" for page in pages}
    none(short(path) for path in wanted if not path.exists())
