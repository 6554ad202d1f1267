// Links that say a key in aria-keyshortcuts ("Alt+Shift+N") are followed by it. Letters are told by their place on the keyboard,
// so that a layout on which Shift and Alt type something else does not matter.

export function startShortcuts(root = document) {
  root.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !event.code.startsWith("Key")) return;
    const link = root.querySelector(`a[aria-keyshortcuts="Alt+Shift+${event.code.slice(3)}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
