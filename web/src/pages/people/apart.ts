/** Roles that nobody holds together, after docs/roles.md, so that it is said before the server refuses. A test holds it against the table. */

/** Why, as the end of a message's name. */
type Why = 'adopt' | 'endorse' | 'fit' | 'bed' | 'approve' | 'patients' | 'looks' | 'part' | 'review' | 'public';

export interface Pair {
  role: string;
  other: string;
  why: Why;
}

const pairs = (role: string, why: Why, ...others: string[]): Pair[] => others.map((other) => ({ role, other, why }));

export const APART: readonly Pair[] = [
  ...pairs('duty-officer', 'adopt', 'airlift-planner'),
  ...pairs('requesting-authority', 'endorse', 'referring-clinician'),
  ...pairs('flight-surgeon', 'fit', 'referring-clinician'),
  ...pairs('receiving-hospital', 'bed', 'regulating-officer'),
  ...pairs('duty-officer', 'approve', 'operator'),
  ...pairs('administrator', 'patients', 'referring-clinician', 'requesting-authority', 'regulating-officer', 'flight-surgeon'),
  ...pairs('administrator', 'patients', 'airlift-planner', 'duty-officer', 'crew', 'receiving-hospital'),
  ...pairs('administrator', 'looks', 'auditor'),
  ...pairs('auditor', 'part', 'referring-clinician', 'requesting-authority', 'airlift-planner', 'duty-officer'),
  ...pairs('auditor', 'part', 'crew', 'operator', 'receiving-hospital'),
  ...pairs('auditor', 'review', 'regulating-officer', 'flight-surgeon'),
  ...pairs('information-officer', 'public', 'referring-clinician', 'requesting-authority', 'regulating-officer'),
  ...pairs('information-officer', 'public', 'flight-surgeon', 'crew', 'receiving-hospital'),
];

/** The pairs that are among some roles. */
export function together(roles: readonly string[]): Pair[] {
  return APART.filter(({ role, other }) => roles.includes(role) && roles.includes(other));
}

/** What stands against a role beside those that are held. */
export function against(role: string, held: readonly string[]): Pair[] {
  return APART.filter((pair) => (pair.role === role && held.includes(pair.other)) || (pair.other === role && held.includes(pair.role)));
}
