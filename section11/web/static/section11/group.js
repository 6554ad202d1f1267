// The fields that are saved together: those inside [data-autosave] whose names begin with its data-prefix.

const META = ["version", "was", "action_id", "action_version", "action_was"];

export class Group {
  constructor(element, form) {
    this.element = element;
    this.address = element.dataset.autosave;
    this.prefix = element.dataset.prefix;
    this.isAction = "action" in element.dataset;
    this.statement = element.parentElement.closest("[data-autosave]") ?? element;
    this.meta = {};
    this.controls = [];
    for (const control of form.elements) {
      if (!control.name?.startsWith(this.prefix) || control.closest("[data-autosave]") !== element) continue;
      const name = control.name.slice(this.prefix.length);
      if (META.includes(name)) this.meta[name] = control;
      else this.controls.push(control);
    }
  }

  short(control) {
    return control.name.slice(this.prefix.length);
  }

  // What stands in the fields: {name: text}.
  texts() {
    return this.read((control) => control.checked, (control) => control.value);
  }

  // What stood in them when the page came.
  textsAtFirst() {
    const chosen = (select) => ([...select.options].find((option) => option.defaultSelected) ?? select.options[0])?.value ?? "";
    return this.read((control) => control.defaultChecked, (control) => (control.options ? chosen(control) : control.defaultValue));
  }

  read(isChecked, value) {
    const found = {};
    for (const control of this.controls) {
      const name = this.short(control);
      if (control.type === "radio" || control.type === "checkbox") found[name] = isChecked(control) ? control.value : (found[name] ?? "");
      else found[name] = value(control);
    }
    return found;
  }

  fill(texts) {
    for (const control of this.controls) {
      const text = texts[this.short(control)] ?? "";
      if (control.type === "radio") control.checked = control.value === text;
      else if (control.type === "checkbox") control.checked = text !== "";
      else control.value = text;
    }
  }

  get empty() {
    return Object.values(this.texts()).every((text) => text.trim() === "");
  }

  get version() {
    return (this.meta.action_version ?? this.meta.version)?.value ?? "";
  }

  // Take over what the service says of the version that now stands.
  note({ version, was, id }) {
    const own = this.isAction ? "action_" : "";
    if (version !== undefined && this.meta[`${own}version`]) this.meta[`${own}version`].value = version;
    if (was !== undefined && this.meta[`${own}was`]) this.meta[`${own}was`].value = was;
    if (id !== undefined && this.meta.action_id) this.meta.action_id.value = id;
  }

  body() {
    const body = new URLSearchParams(this.texts());
    for (const [name, control] of Object.entries(this.meta)) body.set(name, control.value);
    for (const control of this.controls) if (control.type === "checkbox" && !control.checked) body.delete(this.short(control));
    return body;
  }

  control(name) {
    return this.controls.find((control) => this.short(control) === name || this.short(control) === `${name}-day`);
  }

  // The other's texts under the names of our fields: a date in one piece becomes three.
  asFields(theirs) {
    const found = {};
    for (const [name, text] of Object.entries(theirs)) {
      if (this.controls.some((control) => this.short(control) === `${name}-day`)) {
        const [year = "", month = "", day = ""] = text.split("-");
        const parts = { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
        for (const [part, number] of Object.entries(parts)) found[`${name}-${part}`] = number;
      } else if (this.controls.some((control) => control.type === "checkbox" && this.short(control) === name)) {
        found[name] = text === "" ? "" : this.control(name).value;
      } else {
        found[name] = text;
      }
    }
    return found;
  }

  // Of some texts those that we have fields for; the rest as they stand.
  known(texts) {
    const names = new Set(this.controls.map((control) => this.short(control)));
    return { ...this.texts(), ...Object.fromEntries(Object.entries(texts).filter(([name]) => names.has(name))) };
  }

  // A field's label as people read it.
  label(name) {
    const control = this.controls.find((one) => this.short(one) === name);
    if (!control) return null;
    const legend = control.closest("fieldset")?.querySelector("legend");
    if (control.type === "radio" && legend) return visible(legend);
    const own = control.labels?.[0] ? visible(control.labels[0]) : name;
    return legend && /-(day|month|year)$/.test(name) ? `${visible(legend)} ${own}` : own;
  }

  // A field's text as people read it: a choice by its label.
  words(name, text) {
    const same = this.controls.filter((one) => this.short(one) === name);
    if (text === "") return "Nothing";
    if (same[0]?.type === "radio") return visible(same.find((one) => one.value === text)?.labels?.[0]) || text;
    if (same[0]?.type === "checkbox") return "Yes";
    if (same[0]?.tagName === "SELECT") return [...same[0].options].find((option) => option.value === text)?.text ?? text;
    return text;
  }
}

function visible(element) {
  if (!element) return "";
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".govuk-visually-hidden, .s11-optional").forEach((part) => part.remove());
  return copy.textContent.trim();
}
