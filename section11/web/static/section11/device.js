// What a person typed and the service has not acknowledged yet, kept on their device: by person, by where it is saved, and by
// the page that it was typed into, so that two tabs on one answer never write over each other's text.

const PREFIX = "section11:typed:";
const PAGE = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null; // switched off in the browser
  }
}

function place(person, action) {
  return `${PREFIX}${person}:${action}#`;
}

function keysOf(beginning) {
  return Object.keys(storage() ?? {}).filter((name) => name.startsWith(beginning));
}

export function same(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

// Whether it could be kept: a full or forbidden store says no.
export function keep(person, action, texts, version) {
  try {
    storage().setItem(place(person, action) + PAGE, JSON.stringify({ texts, version, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

function read(key) {
  try {
    const entry = JSON.parse(storage()?.getItem(key) ?? "null");
    return entry && typeof entry.texts === "object" ? { ...entry, key } : null;
  } catch {
    return null;
  }
}

// The texts that pages left here for one answer, the newest first; of equal ones the newest.
export function copies(person, action) {
  const found = keysOf(place(person, action)).map(read).filter(Boolean);
  found.sort((one, other) => other.at - one.at);
  return found.filter((entry, index) => found.findIndex((earlier) => same(earlier.texts, entry.texts)) === index);
}

// Forget a text that was acknowledged or thrown away, whichever page left it; something else typed in another tab stays.
export function forget(person, action, texts) {
  for (const key of keysOf(place(person, action))) {
    const entry = read(key);
    if (entry && same(entry.texts, texts)) storage().removeItem(key);
  }
}

// Forget what this page left.
export function drop(person, action) {
  storage()?.removeItem(place(person, action) + PAGE);
}

// How many answers have something kept.
export function countKept(person) {
  return new Set(keysOf(`${PREFIX}${person}:`).map((name) => name.slice(0, name.lastIndexOf("#")))).size;
}

export function forgetAll(person) {
  keysOf(`${PREFIX}${person}:`).forEach((name) => storage().removeItem(name));
}
