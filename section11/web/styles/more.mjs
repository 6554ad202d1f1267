// What some pages have; loaded there only. ./compile bundles it.
export { CharacterCount, ErrorSummary, NotificationBanner, createAll } from 'govuk/all.mjs'
