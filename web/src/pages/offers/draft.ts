/** What was typed and not sent survives a reload, in this window, for this account; nothing of it stays when somebody logs out. */
import { session } from '~/api/session.svelte';

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
    // Nothing can be kept here: it stays in the form.
  }
}

session.forgets(() => {
  const all = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
  for (const key of all) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
});
