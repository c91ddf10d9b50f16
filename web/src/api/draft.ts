/** What is typed and not yet sent survives a reload, in this window, for this account. Much of it is about patients: nothing stays when somebody logs out. */
import { session } from './session.svelte';

const PREFIX = 'airbridge-draft';

const name = (of: string): string => `${PREFIX} ${session.self?.account ?? ''} ${of}`;

export function kept<T>(of: string): T | null {
  try {
    const text = sessionStorage.getItem(name(of));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** `null` forgets it. */
export function keep(of: string, typed: unknown): void {
  try {
    if (typed === null) sessionStorage.removeItem(name(of));
    else sessionStorage.setItem(name(of), JSON.stringify(typed));
  } catch {
    // A full or closed store: it stays in the form, and a reload loses it.
  }
}

/** Forgets all of them, whoever typed them. Told to the session by the application itself: the pages that keep drafts may not have been loaded when somebody leaves. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
