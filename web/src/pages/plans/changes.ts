/** What a plan that replaces another changes, and who has to be told: each of them once, with all that concerns them. */
import { KINDS, type Kind } from './compare';

export interface WayView {
  request: string;
  offer: string;
  arrives_at: string;
  missions: string[];
}

export interface Change {
  request: string;
  kinds: Kind[];
  before: WayView | null;
  after: WayView | null;
  promise: 'frozen' | 'firm' | 'soft' | null;
  told: { role: string; of: string }[];
}

export interface Changes {
  plan: string;
  beside: string | null;
  requests: Change[];
  missions: { new: string[]; cancelled: string[]; changed: string[] };
}

const PROMISES = ['frozen', 'firm', 'soft'] as const;

/** Broken promises before all else, the surest first; then by how grave the change is. */
export function byWeight(changes: readonly Change[]): Change[] {
  const promise = ({ promise, kinds }: Change) => {
    if (!promise || kinds.every((kind) => kind === 'time' || kind === 'newly-moved')) return PROMISES.length;
    return PROMISES.indexOf(promise);
  };
  const kind = ({ kinds }: Change) => Math.min(...kinds.map((kind) => KINDS.indexOf(kind)));
  return [...changes].sort((a, b) => promise(a) - promise(b) || kind(a) - kind(b) || (a.request < b.request ? -1 : 1));
}

/** Whether a promise is broken: another hour, or a way where there was none, breaks none. */
export function breaks(change: Change): boolean {
  return change.promise !== null && change.kinds.some((kind) => kind !== 'time' && kind !== 'newly-moved');
}

export interface Told {
  role: string;
  of: string;
  changes: Change[];
}

const ROLES = ['receiving-hospital', 'operator', 'referring-clinician'];

/** Who has to be told, and of what: hospitals, operators, those who sent the patient. */
export function told(changes: readonly Change[]): Told[] {
  const all = new Map<string, Told>();
  for (const change of byWeight(changes)) {
    for (const { role, of } of change.told) {
      const key = `${role}/${of}`;
      const held = all.get(key);
      if (held) held.changes.push(change);
      else all.set(key, { role, of, changes: [change] });
    }
  }
  const rank = (role: string) => (ROLES.indexOf(role) < 0 ? ROLES.length : ROLES.indexOf(role));
  return [...all.values()].sort((a, b) => rank(a.role) - rank(b.role) || (a.of < b.of ? -1 : 1));
}
