// Saves one group of fields as it is typed into: one request at a time, nothing typed meanwhile is dropped, and until the
// service has acknowledged a text it is kept on the device.
import * as device from "./device.js";
import * as notices from "./notices.js";

export const PAUSE = 1500;
const KEEPALIVE_LIMIT = 60_000; // browsers send at most 64 KiB while a page goes away
const TIMEOUT = 20_000;
const RETRIED = ["connection", "service"];

export class Autosave {
  constructor(group, page) {
    this.group = group;
    this.page = page;
    this.acknowledged = page.unsaved ? null : group.texts();
    this.touched = false;
    this.timer = 0;
    this.sending = null;
    this.again = false;
    this.refused = null; // {texts, problems} that the service turned down
    this.conflict = null;
    this.failure = null; // {kind, address}: not saved, for a reason that is not in the text
    this.attempts = 0;
    this.restored = null; // the text of an earlier visit, or of another tab, that is in the boxes
  }

  get unsaved() {
    if (this.acknowledged === null) return true;
    return !device.same(this.group.texts(), this.acknowledged);
  }

  // An action that nobody has begun.
  get blank() {
    return this.group.isAction && this.group.empty && !this.group.meta.action_id?.value;
  }

  // Whether leaving the page now could cost something: what came back from the device and was left alone is still there.
  get atRisk() {
    return this.sending !== null || (this.unsaved && !this.blank && (this.touched || this.acknowledged === null));
  }

  get stuck() {
    return this.conflict !== null || this.refused !== null || this.failure !== null;
  }

  // What was typed before the script came counts as typed now, unless an older text was brought back in its place.
  catchUp() {
    if (this.restored) return;
    this.acknowledged = this.group.textsAtFirst();
    if (this.unsaved) this.changed();
  }

  changed() {
    this.touched = true;
    if (!this.unsaved && !this.sending && !this.conflict) {
      this.forgetRestored();
      this.clearTrouble();
      return;
    }
    this.keep();
    if (this.conflict) this.showConflict();
    else if (this.failure === null) this.later(PAUSE);
  }

  keep() {
    this.onDevice = device.keep(this.page.person, this.group.address, this.group.texts(), this.group.version);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  // Save now, if there is something to save.
  async flush() {
    clearTimeout(this.timer);
    if (this.sending) {
      this.again = true;
      return;
    }
    if (this.conflict || !this.unsaved || this.blank) return;
    if (this.refused && device.same(this.refused.texts, this.group.texts())) {
      this.tellProblems();
      return;
    }
    this.sending = this.send();
    await this.sending;
    this.sending = null;
    const again = this.again && !this.stuck;
    this.again = false;
    if (again) await this.flush();
  }

  // Save until nothing is left to save, or something stands in the way.
  async finish() {
    do {
      await this.sending;
      await this.flush();
    } while (this.sending || (this.unsaved && !this.blank && !this.stuck));
  }

  async send() {
    const texts = this.group.texts();
    const body = this.group.body();
    body.set("csrfmiddlewaretoken", this.page.csrf);
    let reply, said;
    try {
      reply = await fetch(this.group.address, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: body.toString().length < KEEPALIVE_LIMIT,
        signal: AbortSignal.timeout?.(TIMEOUT),
      });
      said = reply.headers.get("Content-Type")?.includes("json") ? await reply.json() : null;
    } catch {
      return this.fail("connection");
    }
    if (reply.status === 200 && said) return this.saved(texts, said);
    if (reply.status === 409 && said?.theirs) return this.clash(texts, said);
    if (reply.status === 422 && said?.problems) return this.refuse(texts, said.problems);
    if (reply.status === 401 || reply.type === "opaqueredirect") return this.fail("signed-out", said?.sign_in);
    if (reply.status === 403) return this.fail("old-page");
    if (reply.status === 429 || reply.status >= 500) return this.fail("service");
    return this.fail("turned-down");
  }

  saved(texts, { version, was, id, carried, saved_at: clock }) {
    this.group.note({ version, was, id });
    if (carried === false) this.group.element.querySelector(":scope > [data-carried]")?.remove(); // saving confirms what was carried
    this.acknowledged = texts;
    this.clearTrouble();
    device.forget(this.page.person, this.group.address, texts);
    this.forgetRestored();
    if (this.unsaved) this.keep(); // typed meanwhile: it now stands on the new version
    const words = clock ? `Saved ${clock}` : "Saved";
    notices.showSaved(this.group, words);
    this.page.announce(words);
  }

  clash(texts, { version, by, theirs, id }) {
    const fields = this.group.asFields(theirs);
    if (device.same(this.group.known(fields), texts)) {
      this.saved(texts, { version, id });
      return;
    }
    this.failure = null;
    this.conflict = { version, id, by, theirs: fields };
    notices.showSaved(this.group, "Not saved: there are two texts", true);
    this.showConflict();
    this.page.announce(`Not saved. ${by || "A colleague"} changed this while you were typing. Both texts are shown.`);
    this.page.show();
  }

  // Drawn anew only when the text differs: else the press that leaves a field would lose its button.
  showConflict() {
    const mine = this.group.texts();
    if (this.conflict.shown && device.same(this.conflict.shown, mine)) return;
    this.conflict.shown = mine;
    notices.showConflict(this.group, {
      by: this.conflict.by,
      mine,
      theirs: this.conflict.theirs,
      keepMine: () => this.settle(false),
      useTheirs: () => this.settle(true),
    });
  }

  // The choice between two texts. The panel goes last: taking away the button that has the focus counts as leaving the field.
  settle(theirsWins) {
    const { version, id, theirs } = this.conflict;
    const mine = this.group.texts();
    this.group.note({ version, id });
    if (theirsWins) {
      this.group.fill({ ...mine, ...theirs });
      this.acknowledged = this.group.texts();
      this.forgetRestored();
    } else {
      this.keep();
    }
    this.conflict = null;
    (this.group.controls.find((control) => control.type !== "radio" || control.checked) ?? this.group.controls[0])?.focus();
    notices.clearConflict(this.group);
    if (!theirsWins) {
      this.flush();
      return;
    }
    this.clearTrouble();
    notices.showPutAside(this.group, mine);
    notices.showSaved(this.group, "Theirs is kept");
    this.page.announce("Theirs is kept. What you had typed is shown above it.");
    this.page.refresh(this.group);
  }

  refuse(texts, problems) {
    this.failure = null;
    this.refused = { texts, problems };
    if (!this.group.element.contains(document.activeElement)) this.tellProblems();
    this.page.show();
  }

  tellProblems() {
    if (!this.refused) return;
    notices.showProblems(this.group, this.refused.problems);
    const whole = this.refused.problems[""];
    notices.showSaved(this.group, whole ? `Not saved: ${whole}` : "Not saved: mend what is marked", true);
    this.page.announce(`Not saved. ${Object.values(this.refused.problems).join(". ")}`);
  }

  // The field to go to when the service turned the text down.
  get firstInTrouble() {
    const names = Object.keys(this.refused?.problems ?? {});
    return names.map((name) => this.group.control(name)).find(Boolean) ?? this.group.controls[0];
  }

  fail(kind, address = "") {
    this.failure = { kind, address };
    this.keep();
    notices.showSaved(this.group, "Not saved", true);
    this.page.announce(""); // the banner says it
    if (RETRIED.includes(kind)) this.later(Math.min(3000 * 2 ** this.attempts++, 60_000));
    this.page.show();
  }

  retry() {
    if (this.failure) this.flush();
  }

  clearTrouble() {
    this.attempts = 0;
    this.failure = this.refused = null;
    notices.clearProblems(this.group);
    notices.clearConflict(this.group);
    notices.clearKept(this.group);
    this.page.show();
  }

  // Bring back what was not acknowledged when the page was last open here: the newest text, and the others to choose instead.
  restore() {
    const stands = { texts: this.group.texts(), version: this.group.version };
    const entries = this.kept.filter((entry) => !device.same(entry.texts, stands.texts));
    if (!this.page.unsaved) device.forget(this.page.person, this.group.address, stands.texts);
    if (entries.length === 0) return false;
    this.offer(entries[0], entries, stands);
    return true;
  }

  // Put one of the texts into the boxes and show what else there is.
  offer(chosen, entries, stands) {
    this.restored = chosen;
    this.take(chosen);
    notices.clearKept(this.group);
    notices.showKept(this.group, chosen.at, {
      save: () => {
        this.touched = true;
        this.flush();
      },
      throwAway: () => {
        this.forgetRestored();
        this.take(stands);
        this.clearTrouble();
        this.page.announce("What was saved before is shown again.");
      },
      others: entries
        .filter((entry) => entry !== chosen)
        .map((entry) => ({
          ...entry,
          use: () => {
            this.offer(entry, entries, stands);
            this.page.announce("The other text is in the boxes now. It is not saved yet.");
          },
          throwAway: () => {
            device.forget(this.page.person, this.group.address, entry.texts);
            entries.splice(entries.indexOf(entry), 1);
          },
        })),
    });
  }

  get kept() {
    return device.copies(this.page.person, this.group.address);
  }

  take({ texts, version }) {
    this.group.fill(texts);
    this.group.note({ version });
    this.page.refresh(this.group);
  }

  // What came back from the device is dealt with: saved, thrown away, or typed over and saved.
  forgetRestored() {
    device.drop(this.page.person, this.group.address);
    if (this.restored) device.forget(this.page.person, this.group.address, this.restored.texts);
    this.restored = null;
  }
}
