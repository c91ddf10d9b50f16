/** Which entries of the audit are looked for, and where their subjects are. */
import { at } from '~/router/router.svelte';
import type { Entry } from './trail';

/** As in the address behind the question mark. Empty means any. */
export interface Sought {
  actor: string;
  act: string;
  subject: string;
  outcome: string;
  role: string;
  /** Days in UTC, `2026-03-01`. */
  from: string;
  to: string;
}

export const KEYS = ['actor', 'act', 'subject', 'outcome', 'role', 'from', 'to'] as const;

/** What an outcome is, however many hits there were. */
export function kind(outcome: string): string {
  if (/^\d+ hits$/.test(outcome)) return 'hits';
  return outcome.replace(/, in an emergency$/, '');
}

export function hits(outcome: string): number {
  return Number(outcome.match(/^(\d+) hits$/)?.[1] ?? 0);
}

export function isEmergency(entry: Entry): boolean {
  return entry.act.startsWith('emergency.') || entry.outcome.includes('in an emergency');
}

/** Outcomes of what was not let through. */
export function isRefused(outcome: string): boolean {
  return ['forbidden', 'not found', 'stale', 'refused'].includes(kind(outcome)) || /wrong|fail/.test(outcome);
}

/** `login` gives the login of an account, by which people look for each other. */
export function found(entries: readonly Entry[], sought: Sought, login: (actor: string) => string): Entry[] {
  const actor = sought.actor.trim().toLowerCase();
  const subject = sought.subject.trim().toLowerCase();
  const from = sought.from ? Date.parse(`${sought.from}T00:00:00Z`) : -Infinity;
  const to = sought.to ? Date.parse(`${sought.to}T00:00:00Z`) + 86_400_000 : Infinity;
  const logins = new Map<string, boolean>();
  const isActor = (id: string) => {
    let known = logins.get(id);
    if (known === undefined) {
      known = id.toLowerCase().includes(actor) || login(id).toLowerCase().includes(actor);
      logins.set(id, known);
    }
    return known;
  };
  return entries.filter((entry) => {
    if (sought.act && entry.act !== sought.act) return false;
    if (sought.outcome && kind(entry.outcome) !== sought.outcome) return false;
    if (sought.role && entry.role !== sought.role) return false;
    if (subject && !entry.subject.toLowerCase().includes(subject)) return false;
    if (actor && !isActor(entry.actor)) return false;
    if (from === -Infinity && to === Infinity) return true;
    const then = Date.parse(entry.at);
    return then >= from && then < to;
  });
}

/** What there is to choose from, in the order of the alphabet. */
export function kinds(entries: readonly Entry[], of: (entry: Entry) => string): string[] {
  return [...new Set(entries.map(of))].filter(Boolean).sort();
}

/** The page of a subject such as `request/P-0007`; none where there is no such page. */
export function page(subject: string): string | null {
  const [of, ...rest] = subject.split('/');
  const id = rest.join('/');
  if (!id) return null;
  if (of === 'request') return at`/requests/${id}`;
  if (of === 'account') return at`/people/${id}`;
  if (of === 'organisation') return at`/organisations/${id}`;
  if (of === 'offer') return at`/offers/${id}`;
  if (of === 'mission') return at`/missions/${id}`;
  if (of === 'plan') return at`/plans/${id}`;
  return null;
}
