// Shows the reason and the action only where the chosen level asks for them, or where something stands in them already.

function holdsText(block) {
  return [...block.querySelectorAll("input, textarea")].some((control) => {
    if (control.type === "hidden") return false;
    if (control.type === "checkbox" || control.type === "radio") return control.checked;
    return control.value.trim() !== "";
  });
}

export function showNeeds(section) {
  const level = section.querySelector("input[type=radio]:checked");
  for (const block of section.querySelectorAll("[data-shown-for]")) {
    const asked = level?.hasAttribute(`data-needs-${block.dataset.shownFor}`) ?? false;
    block.hidden = !asked && !holdsText(block);
  }
}

export function startNeeds(root = document) {
  const sections = [...root.querySelectorAll("[data-shown-for]")].map((block) => block.closest("section, [data-autosave]"));
  for (const section of new Set(sections)) {
    showNeeds(section);
    section.addEventListener("change", (event) => {
      if (event.target.type === "radio") showNeeds(section);
    });
  }
}
