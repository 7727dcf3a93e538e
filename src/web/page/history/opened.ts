// Opened: which lines of the history are open; they stay so when it is read again.

import { signal } from "@preact/signals";

const opened = signal<ReadonlySet<string>>(new Set());

export function isOpen(key: string): boolean {
  return opened.value.has(key);
}

export function toggle(key: string): void {
  setOpen(key, !isOpen(key));
}

export function setOpen(key: string, isWanted: boolean): void {
  if (isOpen(key) === isWanted) return;
  const keys = new Set(opened.value);
  if (isWanted) keys.add(key);
  else keys.delete(key);
  opened.value = keys;
}
