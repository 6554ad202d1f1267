// The page of a standard: saves as people type, shows the reason and the action where a level asks for them.
import { Autosave } from "./autosave.js";
import { Banner } from "./banner.js";
import { make } from "./element.js";
import { Group } from "./group.js";
import { startNeeds, showNeeds } from "./needs.js";

class AnswersPage {
  constructor(form) {
    this.form = form;
    this.person = form.dataset.person;
    this.csrf = form.elements.csrfmiddlewaretoken?.value ?? "";
    this.unsaved = "unsaved" in form.dataset; // shown again with texts that the service did not keep
    this.status = form.querySelector("[data-save-status]");
    this.leaving = false;
    this.banner = new Banner(form, { retry: () => this.retry(), leave: () => this.leave() });
    this.saves = [...form.querySelectorAll("[data-autosave]")].map((element) => new Autosave(new Group(element, form), this));
    this.listen();
    this.restore();
    this.catchUp();
  }

  // Somebody may type before this script is here. After a reload or "back" a difference may be the browser's doing: left alone.
  catchUp() {
    if (this.unsaved || performance.getEntriesByType("navigation")[0]?.type !== "navigate") return;
    this.saves.forEach((save) => save.catchUp());
  }

  saveOf(target) {
    const element = target.closest?.("[data-autosave]");
    return this.saves.find((save) => save.group.element === element);
  }

  listen() {
    this.form.addEventListener("input", (event) => this.saveOf(event.target)?.changed());
    this.form.addEventListener("change", (event) => this.saveOf(event.target)?.changed());
    this.form.addEventListener("focusout", (event) => {
      const save = this.saveOf(event.target);
      if (save?.touched && !(save.group.isAction && save.group.element.contains(event.relatedTarget))) save.flush();
    });
    this.form.addEventListener("submit", (event) => this.submit(event));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.flush();
      else this.retry();
    });
    document.addEventListener("section11:leaving", () => this.leave());
    window.addEventListener("pagehide", () => this.flush());
    window.addEventListener("online", () => this.retry());
    window.addEventListener("beforeunload", (event) => {
      if (!this.leaving && this.saves.some((save) => save.atRisk)) event.preventDefault();
    });
  }

  leave() {
    this.leaving = true;
  }

  flush() {
    this.saves.filter((save) => save.touched).forEach((save) => save.flush());
  }

  retry() {
    this.saves.forEach((save) => save.retry());
  }

  // The plain buttons post the whole page. What is typed is saved first, so that nothing is sent twice or against itself.
  async submit(event) {
    if (this.leaving) return;
    event.preventDefault();
    if (this.submitting) return;
    this.submitting = true;
    await Promise.all(this.saves.map((save) => save.finish()));
    await new Promise((done) => setTimeout(done)); // while the event of the press still runs, browsers ignore requestSubmit
    this.submitting = false;
    const held = this.saves.find((save) => save.conflict || save.refused);
    if (held) {
      held.tellProblems();
      (held.group.element.querySelector("[data-conflict] button") ?? held.firstInTrouble).focus();
    } else if (this.saves.some((save) => ["connection", "service"].includes(save.failure?.kind))) {
      this.announce("Not saved. Nothing has been lost: try again when the service answers.");
    } else {
      this.leave();
      this.form.requestSubmit(event.submitter);
    }
  }

  announce(text) {
    if (this.status) this.status.textContent = text;
  }

  show() {
    const failed = this.saves?.filter((save) => save.failure) ?? [];
    this.banner.show(
      failed.map((save) => save.failure),
      failed.every((save) => save.onDevice),
    );
  }

  refresh(group) {
    showNeeds(group.statement);
  }

  restore() {
    const found = this.saves.filter((save) => save.restore());
    if (found.length === 0) return;
    const places = found.map((save) =>
      make("li", {}, make("a", { class: "govuk-link", href: `#${save.group.statement.id}` }, save.group.statement.querySelector("h2, label")?.textContent.trim().replace(/\s+/g, " ") ?? "Answer")),
    );
    this.form.prepend(
      make(
        "div",
        { class: "govuk-inset-text s11-kept", role: "status", "data-kept-all": true },
        make("p", {}, make("strong", {}, "Some of what you typed was not saved. "), "It was kept on this device and is shown below. Check it and save it."),
        make("ul", { class: "govuk-list govuk-list--bullet" }, ...places),
      ),
    );
  }
}

startNeeds();
document.querySelectorAll("form[data-answers]").forEach((form) => new AnswersPage(form));
