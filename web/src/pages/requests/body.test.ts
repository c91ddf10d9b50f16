// Bodies of steps: what is sent is what the interface takes.
import { describe, expect, it } from 'vitest';
import { bodyOf, lacks } from './body';
import { STEPS } from './steps';

const step = (key: string) => STEPS.find((one) => one.key === key)!;

describe('bodies', () => {
  it('name what the interface names', () => {
    expect(bodyOf(step('decline'), { decline_reason: 'cost', note: ' ' })).toEqual({ reason: 'cost', note: '' });
    expect(bodyOf(step('accept'), {})).toEqual({});
    expect(bodyOf(step('accept'), { own_offer: 'O-1' })).toEqual({ offer: 'O-1' });
    expect(bodyOf(step('broadcast'), { offers: 'O-1 O-2', until: '2017-02-01T00:00:00Z' })).toEqual({ offers: ['O-1', 'O-2'], until: '2017-02-01T00:00:00Z' });
    expect(bodyOf(step('close'), {})).toEqual({});
  });
  it('lack what is needed', () => {
    expect(lacks(step('clear'), {})).toEqual(['valid_until']);
    expect(lacks(step('collect'), { identifiers: 'pseudonym' })).toEqual(['identifiers']);
    expect(lacks(step('collect'), { identifiers: 'pseudonym, name' })).toEqual([]);
    expect(lacks(step('decline'), { decline_reason: 'other' })).toEqual(['note']);
    expect(lacks(step('decline'), { decline_reason: 'mdr' })).toEqual([]);
    expect(lacks(step('hand-over'), { signatory: 'x', condition: 'stable' })).toEqual([]);
  });
});
