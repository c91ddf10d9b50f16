// @vitest-environment jsdom
// What is looked for in the audit is found, and nothing else.
import { describe, expect, it } from 'vitest';
import { found, hits, isRefused, kind, page, type Sought } from './sought';
import type { Entry } from './trail';

const entry = (changed: Partial<Entry>): Entry => ({
  number: 1,
  at: '2026-03-01T10:00:00Z',
  actor: '0a',
  organisation: 'ministry',
  role: 'auditor',
  act: 'audit.read',
  subject: '',
  purpose: '',
  outcome: 'shown',
  ...changed,
});
const none: Sought = { actor: '', act: '', subject: '', outcome: '', role: '', from: '', to: '' };
const login = (id: string) => (id === '0a' ? 'somebody' : id);

describe('entries are found', () => {
  const all = [
    entry({}),
    entry({ number: 2, actor: '0b', act: 'request.read', subject: 'request/P-7', outcome: 'forbidden', at: '2026-03-02T23:59:59Z' }),
    entry({ number: 3, actor: '0b', act: 'request.search', outcome: '12 hits', at: '2026-03-03T00:00:00Z' }),
  ];
  const numbers = (sought: Partial<Sought>) => found(all, { ...none, ...sought }, login).map((one) => one.number);

  it('by each of their words', () => {
    expect(numbers({})).toEqual([1, 2, 3]);
    expect(numbers({ actor: 'Some' })).toEqual([1]);
    expect(numbers({ actor: '0b', act: 'request.read' })).toEqual([2]);
    expect(numbers({ subject: 'p-7' })).toEqual([2]);
    expect(numbers({ outcome: 'hits' })).toEqual([3]);
  });

  it('by day, both days within', () => {
    expect(numbers({ from: '2026-03-02', to: '2026-03-02' })).toEqual([2]);
    expect(numbers({ to: '2026-03-01' })).toEqual([1]);
  });
});

it('tells outcomes apart', () => {
  expect(kind('12 hits')).toBe('hits');
  expect(hits('12 hits')).toBe(12);
  expect(kind('done, in an emergency')).toBe('done');
  expect(isRefused('forbidden')).toBe(true);
  expect(isRefused('shown')).toBe(false);
});

it('knows where subjects are', () => {
  expect(page('request/P 7')).toBe('/requests/P%207');
  expect(page('stream/x')).toBeNull();
  expect(page('')).toBeNull();
});
