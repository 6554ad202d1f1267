// Signing out removes what this person typed from this device, after asking where some of it is not saved.
import { countKept, forgetAll } from "./device.js";

const QUESTION =
  "Some of what you typed is not saved yet. If you sign out, it is removed from this device. Do you want to sign out all the same?";

export function startSignOut(root = document) {
  root.querySelectorAll("form[data-clears-device]").forEach((form) => {
    const person = form.dataset.clearsDevice;
    form.addEventListener("submit", (event) => {
      if (countKept(person) > 0 && !window.confirm(QUESTION)) {
        event.preventDefault();
        return;
      }
      forgetAll(person);
      document.dispatchEvent(new CustomEvent("section11:leaving"));
    });
  });
}
