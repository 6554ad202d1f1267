// The loud "Not saved", once a page, for whatever stands in the way.
import { button, make } from "./element.js";

const KEPT = "What you typed is kept on this device.";
const COPY = "Copy what you typed before you leave this page: this browser does not let us keep it.";
const WORDS = {
  connection: "There is no connection to the service. It tries again by itself.",
  service: "The service does not answer as it should. It tries again by itself.",
  "signed-out": "You are signed out. Sign in again, and it is shown to you for saving.",
  "old-page": "You have signed in again since this page was opened. Load it again, and it is shown to you for saving.",
  "turned-down": "The service did not take it. Load the page again to see how things stand.",
};
const ORDER = ["signed-out", "old-page", "turned-down", "service", "connection"];

export class Banner {
  constructor(form, { retry, leave }) {
    this.retry = retry;
    this.leave = leave;
    this.element = make("div", { class: "s11-notsaved", role: "alert", hidden: true });
    this.shown = "";
    form.append(this.element);
  }

  // `failures`: [{kind, address}], `onDevice`: whether all of it is kept there.
  show(failures, onDevice) {
    const worst = failures.map((failure) => failure.kind).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0] ?? "";
    const state = `${worst} ${onDevice}`;
    if (state === this.shown) return;
    this.shown = state;
    this.element.hidden = worst === "";
    this.element.replaceChildren();
    if (worst === "") return;
    this.element.append(
      make("p", { class: "govuk-body" }, make("strong", {}, "Not saved. "), `${WORDS[worst]} ${onDevice ? KEPT : COPY}`),
      make("div", { class: "govuk-button-group" }, ...this.ways(worst, failures.find((failure) => failure.kind === worst).address)),
    );
  }

  ways(worst, address) {
    if (worst === "signed-out") {
      const here = `${location.pathname}${location.search}`;
      const href = address || `/sign-in?${new URLSearchParams({ next: here })}`;
      return [make("a", { class: "govuk-button", role: "button", href, onclick: this.leave }, "Sign in again")];
    }
    if (worst === "old-page" || worst === "turned-down") {
      const again = () => {
        this.leave();
        location.reload();
      };
      return [button("Load the page again", again, false), button("Try again", this.retry)];
    }
    return [button("Try now", this.retry, false)];
  }
}
