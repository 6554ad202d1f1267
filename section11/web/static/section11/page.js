// On every page: bring the components to life.
import { createAll, Button, ServiceNavigation, SkipLink } from "../govuk/base.js";
import { startReveals } from "./reveal.js";
import { startShortcuts } from "./shortcuts.js";
import { startSignOut } from "./sign_out.js";

const MORE = ["character-count", "error-summary", "notification-banner"];

for (const component of [Button, ServiceNavigation, SkipLink]) createAll(component);
startReveals();
startShortcuts();
startSignOut();
if (document.querySelector(MORE.map((name) => `[data-module="govuk-${name}"]`).join())) {
  import("../govuk/more.js").then((more) => {
    for (const component of [more.CharacterCount, more.ErrorSummary, more.NotificationBanner]) more.createAll(component);
  });
}
