"""One verb, one name: an operation is a module, its function, its test module, and a line in the access table."""

import ast

from section11.web.access import ACCESS
from tests.architecture.tree import ROOT, imported, module_name, modules, none, operations, public_functions, short

NO_PAGES = {"section11.web.account.hold"}  # carries operations, but has no route


def carriers(operation: str) -> list[str]:
    """What uses an operation but is no page: jobs, commands, imports, notices, other operations."""
    dotted = f"{operation}.{operation.rpartition('.')[2]}"
    users = [module_name(path) for path in modules() if module_name(path) != operation and dotted in imported(path)]
    return [name for name in users if name in NO_PAGES or not name.startswith("section11.web.")]


def test_each_module_has_one_public_function_of_its_name() -> None:
    found = {path: [node.name for node in public_functions(path)] for path in operations()}
    none(f"{short(path)} has {', '.join(names)}" for path, names in found.items() if names != [path.stem])


def test_each_says_what_it_does_and_takes_the_moment_from_its_caller() -> None:
    silent = [short(path) for path in operations() for node in public_functions(path) if not ast.get_docstring(node)]
    none(silent)


def test_each_has_a_test_module_of_its_name() -> None:
    missing = []
    for path in operations():
        wanted = ROOT / "tests" / path.parent.parent.relative_to(ROOT / "section11") / "operations" / f"test_{path.name}"
        if not wanted.exists():
            missing.append(short(wanted))
    none(missing)


def test_each_is_on_a_page_or_used_by_something_that_is_no_page() -> None:
    on_pages = {name for access in ACCESS.values() for name in access.operations}
    unused = [short(path) for path in operations() if path.stem not in on_pages and not carriers(module_name(path))]
    none(unused)


def test_the_access_table_names_operations_that_exist() -> None:
    known = {path.stem for path in operations()}
    none(f"{route}: {name}" for route, access in ACCESS.items() for name in access.operations if name not in known)


def test_names_are_unique_across_apps() -> None:
    names = [path.stem for path in operations()]
    none(name for name in names if names.count(name) > 1)
