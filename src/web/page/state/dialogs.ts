// Dialogs: which of those that belong to the whole page is open.

import { signal } from "@preact/signals";

export const openDialog = signal<"keys" | "palette" | "problems" | null>(null);

export function closeDialog(): void {
  openDialog.value = null;
}
