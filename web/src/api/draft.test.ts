// @vitest-environment jsdom
// What is typed is kept for whoever typed it, and for nobody when they have left.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetDrafts, keep, kept } from './draft';
import { session, type Self } from './session.svelte';

const as = (account: string) => (session.self = { account } as Self);

beforeEach(() => {
  sessionStorage.clear();
  as('A');
});

afterEach(() => {
  session.self = null;
  vi.restoreAllMocks();
});

it('keeps each under its name', () => {
  keep('new OP', { row: { sex: 'f' } });
  keep('hand-over R1', { signatory: 'x' });
  expect(kept('new OP')).toEqual({ row: { sex: 'f' } });
  expect(kept('hand-over R1')).toEqual({ signatory: 'x' });
  expect(kept('hand-over R2')).toBeNull();
});

it('forgets what was sent', () => {
  keep('new OP', {});
  keep('new OP', null);
  expect(kept('new OP')).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

it('shows nobody what another has typed', () => {
  keep('new OP', {});
  as('B');
  expect(kept('new OP')).toBeNull();
  as('A');
  expect(kept('new OP')).toEqual({});
});

it('forgets those of everybody when somebody leaves, and nothing else', () => {
  keep('new OP', {});
  as('B');
  keep('row amend R1', {});
  sessionStorage.setItem('other', 'stays');
  forgetDrafts();
  expect(Object.keys(sessionStorage)).toEqual(['other']);
});

it('lets people type on where nothing can be kept, or what was kept cannot be read', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => keep('new OP', {})).not.toThrow();
  vi.spyOn(Storage.prototype, 'getItem').mockReturnValue('{"half":');
  expect(kept('new OP')).toBeNull();
});
