// How accounts stand, and how they are looked for.
import { describe, expect, it } from 'vitest';
import { found, invitationLink, lines, standing, type Account } from './accounts';

const now = Date.parse('2026-03-01T12:00:00Z');
const account = (changed: Partial<Account>): Account => ({
  id: '0a',
  version: 1,
  organisation: 'ministry',
  login: 'somebody',
  roles: ['crew'],
  second_factor: false,
  sign_ons: {},
  suspended: null,
  invited_until: null,
  ...changed,
});

describe('an account stands', () => {
  it('as it is', () => {
    expect(standing(account({}), now)).toBe('active');
    expect(standing(account({ invited_until: '2026-03-02T00:00:00Z' }), now)).toBe('invited');
    expect(standing(account({ invited_until: '2026-02-27T00:00:00Z' }), now)).toBe('late');
    expect(standing(account({ suspended: 'has left', invited_until: '2026-03-02T00:00:00Z' }), now)).toBe('suspended');
  });
});

describe('accounts are found', () => {
  const all = [account({}), account({ id: '0b', login: 'Other', roles: ['operator'], organisation: 'Hangar' })];
  it('by any part of their words', () => {
    expect(found(all, { text: ' HANG ', role: '', standing: '' }, now)).toEqual([all[1]]);
    expect(found(all, { text: '', role: 'crew', standing: 'active' }, now)).toEqual([all[0]]);
    expect(found(all, { text: '', role: '', standing: 'suspended' }, now)).toEqual([]);
  });
});

it('takes lines as they were meant', () => {
  expect(lines(' BMC \n\nVMA\nBMC')).toEqual(['BMC', 'VMA']);
});

it('keeps the invitation behind the #', () => {
  expect(invitationLink('https://desk.example', 'ab12')).toBe('https://desk.example/invitation#ab12');
});
