// The components of GOV.UK Frontend that need script and that our pages use. ./compile bundles it.
export {
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from 'govuk/all.mjs'
