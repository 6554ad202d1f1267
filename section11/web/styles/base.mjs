// What every page has: the skip link, the menu and buttons that are pressed once. ./compile bundles it.
export { Button, ServiceNavigation, SkipLink, createAll } from 'govuk/all.mjs'
