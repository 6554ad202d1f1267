import pytest
from django.test import RequestFactory

from section11.web.account.local_path import local_path, next_path, page_of_post


@pytest.mark.parametrize("good", ["/", "/p/riverside/today", "/o/x/returns/1?a=1&b=//x#y", "/café"])
def test_addresses_of_this_product(good: str) -> None:
    assert local_path(good) == good


@pytest.mark.parametrize(
    "bad",
    [
        None,
        "",
        "today",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        " /x",
        "/\t/evil.example",
        "/" + "x" * 2000,
    ],
)
def test_never_another_host(bad: str | None) -> None:
    assert local_path(bad) == ""


def test_where_to_go_comes_from_the_form_or_the_address(rf: RequestFactory) -> None:
    assert next_path(rf.get("/sign-in", {"next": "/a"})) == "/a"
    assert next_path(rf.post("/sign-in?next=/a", {"next": "/b"})) == "/b"
    assert next_path(rf.get("/sign-in", {"next": "//evil.example"})) == ""


def test_the_page_of_a_post_is_told_by_the_form_or_the_browser(rf: RequestFactory) -> None:
    assert page_of_post(rf.post("/x", {"page": "/a?b=1"})) == "/a?b=1"
    assert page_of_post(rf.post("/x", {"page": "//evil.example"}, headers={"Referer": "http://testserver/c?d=1"})) == "/c"
    assert page_of_post(rf.post("/x", headers={"Referer": "http://evil.example/c"})) == "/start"
    assert page_of_post(rf.post("/x")) == "/start"
