/** Nobody's change is lost without a word. */
import { describe, expect, it } from 'vitest';
import { changes, merge } from './merge';

describe('merging', () => {
  const base = { beds: '6', to_on: '2017-02-07', conditions: '' };
  it('keeps mine, and takes theirs where I have changed nothing', () => {
    const found = merge(base, { ...base, beds: '4' }, { ...base, to_on: '2017-02-09' });
    expect(found.row).toEqual({ beds: '4', to_on: '2017-02-09', conditions: '' });
    expect(found.changed).toEqual(['to_on']);
    expect(found.clashes).toEqual([]);
  });
  it('says where both have changed the same, unless to the same', () => {
    expect(merge(base, { ...base, beds: '4' }, { ...base, beds: '5' }).clashes).toEqual([{ column: 'beds', mine: '4', theirs: '5' }]);
    expect(merge(base, { ...base, beds: '4' }, { ...base, beds: '4' }).clashes).toEqual([]);
  });
  it('takes a missing column for an empty one', () => {
    expect(merge({}, { sex: '' }, { sex: 'female' }).row).toEqual({ sex: 'female' });
    expect(changes({ beds: '6' }, { beds: '6', sex: '' })).toEqual({});
    expect(changes({ beds: '6', sex: 'male' }, { beds: '5', sex: '' })).toEqual({ beds: '5', sex: '' });
  });
});
