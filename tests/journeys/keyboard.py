"""A window that is used with the keyboard alone: Tab, Space, Enter, the arrows and typing."""

import re

from playwright.sync_api import Page

MOST_TABS = 150
NAMED = """() => {
  const at = document.activeElement;
  if (at === document.body) return "";
  const label = at.labels?.length ? at.labels[0].innerText : "";
  return (label || at.getAttribute("aria-label") || at.innerText || "").trim().replace(/\\s+/g, " ");
}"""
SHOWN = """() => {
  const at = document.activeElement;
  const styles = [getComputedStyle(at), getComputedStyle(at.nextElementSibling ?? at, "::before")];
  const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  return at.matches(":focus-visible") && styles.some(marked);
}"""


class Keyboard:
    """Somebody who has no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tab_to(self, name: str) -> None:
        """Go on with Tab to what is called this (its whole name); wherever one comes by, the focus is seen."""
        seen = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            found = str(self.page.evaluate(NAMED))
            if found:
                assert self.page.evaluate(SHOWN), f"the focus is not seen on {found!r} of {self.page.url}"
            if re.fullmatch(name, found):
                return
            seen.append(found)
        raise AssertionError(f"Tab never comes to {name!r} on {self.page.url}, only to {list(dict.fromkeys(seen))}")

    def skip_to_content(self) -> None:
        """The first Tab of a page stands on the skip link, which leads to the content."""
        self.page.keyboard.press("Tab")
        assert self.page.evaluate(NAMED) == "Skip to main content"
        assert self.page.evaluate(SHOWN)
        self.page.keyboard.press("Enter")
        assert self.page.evaluate("location.hash") == "#main-content"
        assert self.page.evaluate("document.activeElement.id") == "main-content"

    def press(self, name: str) -> None:
        """Press the button or follow the link of this name."""
        self.tab_to(name)
        self.page.keyboard.press("Enter")

    def type(self, name: str, text: str) -> None:
        """Type into the field with this label."""
        self.tab_to(name)
        self.page.keyboard.type(text)

    def retype(self, name: str, text: str) -> None:
        """Type into the field with this label, in place of what stands there."""
        self.tab_to(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def tick(self, name: str) -> None:
        """Tick the box with this label."""
        self.tab_to(name)
        self.page.keyboard.press("Space")
        assert self.page.evaluate("document.activeElement.checked")

    def choose(self, first: str, wanted: str) -> None:
        """Of the radios that begin with this one, choose with Space and the arrows."""
        self.tab_to(first)
        self.page.keyboard.press("Space")
        for _ in range(10):
            if re.fullmatch(wanted, str(self.page.evaluate(NAMED))):
                assert self.page.evaluate("document.activeElement.checked")
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never come to {wanted!r}")
