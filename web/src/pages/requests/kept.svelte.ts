/** What is typed and not yet sent, kept through a reload in this window only, and forgotten when it is sent or somebody leaves: it is about patients. */
import { session } from '~/api/session.svelte';

const PREFIX = 'airbridge-request-draft';

function name(key: string): string {
  return `${PREFIX} ${session.self?.account ?? ''} ${key}`;
}

export function kept<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(name(key));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(name(key), JSON.stringify(value));
  } catch {
    // A full or closed store: then a reload loses it, as it would without.
  }
}

export function drop(key: string): void {
  sessionStorage.removeItem(name(key));
}

function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

session.forgets(forgetAll);
