"""What modules may hold and import, where import contracts cannot say it."""

import ast

from tests.architecture.tree import imported, module_name, modules, none, parsed

BARRED = {
    "django.contrib.admin": "pages are ours",
    "django.forms.ModelForm": "forms take their choices as arguments",
    "django.forms.models": "forms take their choices as arguments",
    "django.dispatch": "notices read committed state; nothing happens behind an operation's back",
    "django.db.models.signals": "notices read committed state; nothing happens behind an operation's back",
}
MAKES_SYSTEM_VIEWERS = ("section11.cli.", "section11.jobs.", "section11.transfer.", "section11.notices.", "section11.lib.viewer")
FIRST_OFFICER = "section11.directory.operations.open_partnership"  # nobody is there yet who could admit the first one


def test_imports_stand_at_the_top_of_a_module() -> None:
    inside = [
        f"{module_name(path)}:{node.lineno}"
        for path in modules()
        for function in ast.walk(parsed(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    none(inside)


def test_nothing_barred_is_imported() -> None:
    found = [f"{module_name(path)}: {name} ({why})" for path in modules() for name, why in BARRED.items() if name in imported(path)]
    none(found)


def test_the_product_acts_for_itself_only_where_nobody_is_signed_in() -> None:
    makers = [module_name(path) for path in modules() if "section11.lib.viewer.system_viewer" in imported(path)]
    none([name for name in makers if not name.startswith(MAKES_SYSTEM_VIEWERS) and name != FIRST_OFFICER])


def test_only_pages_jobs_and_commands_read_the_clock() -> None:
    readers = ("section11.web.", "section11.jobs.", "section11.cli.", "section11.notices.", "section11.transfer.", "section11.reports.")
    called = {"now", "today"}
    found = [
        f"{module_name(path)}:{node.lineno}"
        for path in modules()
        if not module_name(path).startswith((*readers, "section11.lib.clock"))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in called
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"clock", "datetime", "date", "timezone"}
    ]
    none(found)
