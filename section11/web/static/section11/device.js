// What a person typed and the service has not acknowledged yet, kept on their device: by person and by where it is saved.

const PREFIX = "section11:typed:";

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null; // switched off in the browser
  }
}

function key(person, action) {
  return `${PREFIX}${person}:${action}`;
}

function keysOf(person) {
  return Object.keys(storage() ?? {}).filter((name) => name.startsWith(`${PREFIX}${person}:`));
}

export function same(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

// Whether it could be kept: a full or forbidden store says no.
export function keep(person, action, texts, version) {
  try {
    storage().setItem(key(person, action), JSON.stringify({ texts, version, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function kept(person, action) {
  try {
    const entry = JSON.parse(storage()?.getItem(key(person, action)) ?? "null");
    return entry && typeof entry.texts === "object" ? entry : null;
  } catch {
    return null;
  }
}

// Forget what was acknowledged; something newer, typed in another tab, stays.
export function forget(person, action, texts) {
  const entry = kept(person, action);
  if (entry && same(entry.texts, texts)) storage().removeItem(key(person, action));
}

export function drop(person, action) {
  storage()?.removeItem(key(person, action));
}

export function countKept(person) {
  return keysOf(person).length;
}

export function forgetAll(person) {
  keysOf(person).forEach((name) => storage().removeItem(name));
}
