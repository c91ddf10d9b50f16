/** Whether what somebody has seen still holds, after somebody else was faster. */
import type { Seen } from './store';

/** What is at a path such as `standing.state`; `undefined` where it is not told. */
export function told(thing: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (at === null || typeof at !== 'object' ? undefined : (at as Record<string, unknown>)[name]), thing);
}

/** Without anything seen nobody can say: then it does not. What is not told to this role is left to the server. */
export function fits(seen: Seen | undefined, thing: unknown): boolean {
  if (!seen || Object.keys(seen).length === 0) return false;
  return Object.entries(seen).every(([path, was]) => {
    const is = told(thing, path);
    return is === undefined || [was].flat().includes(is as string);
  });
}

/** In which state a thing is, as it is told. */
export function stateOf(thing: unknown): string | undefined {
  const state = told(thing, 'state') ?? told(thing, 'standing.state');
  return typeof state === 'string' ? state : undefined;
}
