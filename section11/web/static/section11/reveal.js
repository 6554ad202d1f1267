// Shows what belongs to a chosen radio or checkbox: <input data-reveals="id">. (GOV.UK's own puts aria-expanded on radios,
// which is not allowed there.) Without script everything is shown.

const HIDDEN = ["govuk-radios__conditional--hidden", "govuk-checkboxes__conditional--hidden"];

function revealed(input) {
  const id = input.dataset.reveals || input.dataset.ariaControls;
  return id ? document.getElementById(id) : null;
}

function show(input) {
  const more = revealed(input);
  if (!more) return;
  more.classList.remove(...HIDDEN);
  more.hidden = !input.checked;
}

export function startReveals(root = document) {
  const inputs = "input[data-reveals], input[data-aria-controls]";
  root.querySelectorAll(inputs).forEach(show);
  root.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const scope = input.form ?? document;
    scope.querySelectorAll(inputs).forEach((other) => {
      if (other.name === input.name) show(other);
    });
  });
}
