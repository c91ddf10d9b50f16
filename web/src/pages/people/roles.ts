/** The roles in the order of docs/roles.md, and what two people have changed in somebody's at once. */

export const ROLES = [
  'referring-clinician',
  'requesting-authority',
  'regulating-officer',
  'flight-surgeon',
  'airlift-planner',
  'duty-officer',
  'crew',
  'operator',
  'receiving-hospital',
  'information-officer',
  'auditor',
  'administrator',
] as const;

/** In the order of the table. */
export function inOrder(roles: Iterable<string>): string[] {
  const held = new Set(roles);
  return ROLES.filter((role) => held.has(role));
}

/** Mine on top of theirs: what I gave and took since `base`, done to what it is now. */
export function merged(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const given = mine.filter((role) => !base.includes(role));
  const taken = base.filter((role) => !mine.includes(role));
  return inOrder([...theirs.filter((role) => !taken.includes(role)), ...given]);
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return inOrder(one).join() === inOrder(other).join();
}
