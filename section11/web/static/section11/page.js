// On every page: bring the components to life.
import { createAll, Button, CharacterCount, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink, Tabs } from "../govuk/govuk.js";
import { startReveals } from "./reveal.js";
import { startSignOut } from "./sign_out.js";

for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink, Tabs]) {
  createAll(component);
}
startReveals();
startSignOut();
