// The pairs are those of the reviewed table.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APART, against, together } from './apart';

const table = readFileSync('../crates/airbridge-disclosure/data/apart.csv', 'utf8').trim().split('\n').slice(1);

describe('roles that nobody holds together', () => {
  it('are those of the table', () => {
    const named = (role: string, other: string) => [role, other].sort().join(' ');
    const read = table.map((line) => line.split(',')).map(([role, other]) => named(role ?? '', other ?? ''));
    expect(APART.map(({ role, other }) => named(role, other)).sort()).toEqual(read.sort());
  });

  it('are found in what is chosen', () => {
    expect(together(['crew', 'operator'])).toEqual([]);
    expect(together(['crew', 'auditor', 'operator']).map((pair) => pair.other)).toEqual(['crew', 'operator']);
  });

  it('stand against a role either way', () => {
    expect(against('airlift-planner', ['duty-officer'])).toHaveLength(1);
    expect(against('duty-officer', ['airlift-planner'])).toHaveLength(1);
    expect(against('crew', ['operator'])).toEqual([]);
  });
});
