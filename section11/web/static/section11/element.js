// make("p", {class: "x"}, "text", child): an element. Text is never read as markup.
export function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === "onclick") element.addEventListener("click", value);
    else if (value !== false) element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
}

export function button(text, onclick, secondary = true) {
  return make("button", { type: "button", class: `govuk-button${secondary ? " govuk-button--secondary" : ""}`, onclick }, text);
}
