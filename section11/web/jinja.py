"""The Jinja environment of our pages."""

from typing import Any

from django.contrib import messages
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from section11.lib import dates, words
from section11.web.components.problems import problems_of
from section11.web.undefined import PageUndefined


def address(name: str, **kwargs: Any) -> str:
    """The address of a route, by its name and parts."""
    return reverse(name, kwargs=kwargs)


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
    env.globals.update(static=static, url=address, get_messages=messages.get_messages)
    env.filters.update(
        day=dates.day_words,
        due=dates.due_words,
        moment=dates.moment_words,
        clock=dates.time_words,
        days_from=dates.days_words,
        listed=words.listed,
    )
    env.globals.update(plural=words.plural, problems_of=problems_of)
    return env
