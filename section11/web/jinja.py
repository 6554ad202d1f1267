"""The Jinja environment of our pages."""

from typing import Any

from django.contrib import messages
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, pass_context
from jinja2.runtime import Context

from section11.lib import dates, words
from section11.web.account.hold import make_hold_token
from section11.web.components import charts, figure_rows, journey_rows, numbers, paging
from section11.web.components.navigation import address_of
from section11.web.components.problems import problems_of
from section11.web.components.prose import prose
from section11.web.undefined import PageUndefined


def address(name: str, **kwargs: Any) -> str:
    """The address of a route, by its name and parts."""
    return reverse(name, kwargs=kwargs)


@pass_context
def hold_token(context: Context) -> str:
    """The hidden token of answer forms: keeps what its person posts after their session ended. Empty when nobody is signed in."""
    person = context.get("person")
    return make_hold_token(person.ref) if person else ""


def environment(**options: Any) -> Environment:
    """Our templates, the GOV.UK macros under `govuk_frontend_jinja/`, and the words of `lib` as filters."""
    loader = options.pop("loader")
    env = Environment(
        loader=ChoiceLoader([loader, PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]),
        autoescape=True,
        undefined=PageUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **{k: v for k, v in options.items() if k not in ("autoescape", "undefined")},
    )
    env.globals.update(static=static, url=address, url_if=address_of, get_messages=messages.get_messages, hold_token=hold_token)
    env.filters.update(
        day=dates.day_words,
        day_of=dates.day_of,
        short_day=dates.short_day_words,
        short_day_of=dates.short_day_of,
        due=dates.due_words,
        moment=dates.moment_words,
        clock=dates.time_words,
        days_from=dates.days_words,
        listed=words.listed,
        prose=prose,
    )
    env.globals.update(
        response_rows=figure_rows.response_rows,
        band_rows=figure_rows.band_rows,
        level_keys=figure_rows.level_keys,
        level_rows=figure_rows.level_rows,
        standard_cells=figure_rows.standard_cells,
        statement_cells=figure_rows.statement_cells,
        journey_bars=journey_rows.journey_bars,
        standard_lines=journey_rows.standard_lines,
        statement_lines=journey_rows.statement_lines,
        plural=words.plural,
        problems_of=problems_of,
        changed=paging.changed,
        page_numbers=paging.page_numbers,
        next_order=paging.next_order,
        order_words=paging.order_words,
        percent=numbers.percent,
        bars=charts.bars,
        stacks=charts.stacks,
    )
    return env
