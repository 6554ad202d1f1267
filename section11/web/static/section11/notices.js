// What a group of fields shows beside itself: saved, a problem, two texts, text that came back from this device.
import { button, make } from "./element.js";

export function showSaved(group, text, failed = false) {
  const place = group.element.querySelector("[data-saved]") ?? group.statement.querySelector("[data-saved]");
  if (!place) return;
  const link = place.querySelector("a"); // to earlier versions
  place.replaceChildren(text, ...(link ? [" · ", link] : []));
  place.classList.toggle("s11-saved--failed", failed);
}

export function clearProblems(group) {
  for (const message of group.element.querySelectorAll(".govuk-error-message")) {
    if (message.closest("[data-autosave]") === group.element) message.remove();
  }
  for (const place of group.element.querySelectorAll(".govuk-form-group--error")) {
    if (place.closest("[data-autosave]") === group.element) place.classList.remove("govuk-form-group--error");
  }
  for (const control of group.controls) {
    const ids = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => document.getElementById(id));
    if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

export function showProblems(group, problems) {
  clearProblems(group);
  for (const [name, text] of Object.entries(problems)) {
    const control = group.control(name);
    if (!control) continue;
    const place = control.closest(".govuk-form-group") ?? control.parentElement;
    const id = `${group.prefix}${name}-problem`;
    const message = make("p", { class: "govuk-error-message", id }, make("span", { class: "govuk-visually-hidden" }, "Error: "), text);
    place.classList.add("govuk-form-group--error");
    const first = control.type === "radio" ? place.querySelector(".govuk-radios") : (control.closest(".govuk-date-input") ?? control);
    first.before(message);
    control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  }
}

// Below the heading where there is one, above the fields.
function put(group, note) {
  const heading = group.element.querySelector(":scope > h2");
  if (heading) heading.after(note);
  else group.element.prepend(note);
}

// Both texts, and a choice. `mine` and `theirs` are {field: text}.
export function showConflict(group, { by, mine, theirs, keepMine, useTheirs }) {
  clearConflict(group);
  const differ = Object.keys(theirs).filter((name) => group.label(name) && (theirs[name] ?? "") !== (mine[name] ?? ""));
  const list = make("dl", { class: "s11-conflict__theirs" });
  for (const name of differ) {
    list.append(make("dt", {}, `${group.label(name)}: theirs, saved`), make("dd", {}, group.words(name, theirs[name])));
    list.append(make("dt", {}, `${group.label(name)}: yours, not saved yet`), make("dd", {}, group.words(name, mine[name] ?? "")));
  }
  const panel = make(
    "div",
    { class: "s11-conflict", "data-conflict": true, role: "group", "aria-label": "Two texts" },
    make("p", { class: "govuk-heading-s" }, `${by || "A colleague"} changed this while you were typing`),
    make("p", { class: "govuk-body" }, "Both texts are here, and nothing is lost. You can still change yours before you choose."),
    list,
    make("div", { class: "govuk-button-group" }, button("Keep mine", keepMine), button("Use theirs", useTheirs)),
  );
  put(group, panel);
}

export function clearConflict(group) {
  for (const panel of group.element.querySelectorAll(".s11-conflict")) {
    if (panel.closest("[data-autosave]") === group.element) panel.remove();
  }
}

// After "use theirs": what was typed, to copy from.
export function showPutAside(group, mine) {
  const texts = Object.entries(mine).filter(([, text]) => text.trim() !== "");
  if (texts.length === 0) return;
  const list = make("dl", { class: "s11-conflict__theirs" });
  for (const [name, text] of texts) list.append(make("dt", {}, group.label(name) ?? name), make("dd", {}, group.words(name, text)));
  put(
    group,
    make(
      "details",
      { class: "govuk-details", "data-put-aside": true },
      make("summary", { class: "govuk-details__summary" }, make("span", { class: "govuk-details__summary-text" }, "What you had typed")),
      make("div", { class: "govuk-details__text" }, list),
    ),
  );
}

function moment(at) {
  return new Date(at).toLocaleString("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}

// Another text for the same answer, typed in another tab or on an earlier visit.
function otherText(group, { texts, at, use, throwAway }) {
  const list = make("dl", { class: "s11-conflict__theirs" });
  for (const [name, text] of Object.entries(texts)) {
    if (text.trim() !== "" && group.label(name)) list.append(make("dt", {}, group.label(name)), make("dd", {}, group.words(name, text)));
  }
  const part = make("div", { "data-other": true }, make("p", {}, `You also typed this, on ${moment(at)}:`), list);
  const gone = () => {
    throwAway();
    part.remove();
  };
  part.append(make("div", { class: "govuk-button-group" }, button("Use this instead", use), button("Throw this away", gone)));
  return part;
}

export function showKept(group, at, { save, throwAway, others }) {
  const when = moment(at);
  put(
    group,
    make(
      "div",
      { class: "govuk-inset-text s11-kept", "data-kept": true },
      make("p", {}, make("strong", {}, "Not saved yet. "), `You typed this on ${when}. It was kept on this device and is shown below.`),
      make("div", { class: "govuk-button-group" }, button("Save it", save), button("Throw it away", throwAway)),
      ...others.map((other) => otherText(group, other)),
    ),
  );
}

export function clearKept(group) {
  group.element.querySelectorAll(":scope > [data-kept]").forEach((note) => note.remove());
}
