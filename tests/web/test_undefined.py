import pytest
from jinja2 import Environment, UndefinedError

from section11.web.undefined import PageUndefined

ENV = Environment(undefined=PageUndefined, autoescape=True)


class Thing:
    name = "x"


@pytest.mark.parametrize(
    "source",
    ["{{ missing }}", "{{ missing.name }}", "{% for x in missing %}{% endfor %}", "{{ thing.nmae }}", "{% if thing.nmae %}{% endif %}"],
)
def test_a_misspelt_name_is_an_error(source: str) -> None:
    with pytest.raises(UndefinedError):
        ENV.from_string(source).render(thing=Thing())


@pytest.mark.parametrize(
    "source", ["{{ options.classes }}", "{% if options.a.b %}x{% endif %}", "{% for x in options.items_ %}x{% endfor %}"]
)
def test_a_key_left_out_of_a_dictionary_is_empty(source: str) -> None:
    assert ENV.from_string(source).render(options={}) == ""
