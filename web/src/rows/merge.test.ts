// Nobody's change is lost without a word.
import { describe, expect, it } from 'vitest';
import { changes, merge } from './merge';

describe('merging', () => {
  const base = { beds: '6', to_on: '2017-02-07', conditions: '' };

  it('keeps mine, and takes theirs where I have changed nothing', () => {
    const merged = merge(base, { ...base, beds: '4' }, { ...base, to_on: '2017-02-09' });
    expect(merged.row).toEqual({ beds: '4', to_on: '2017-02-09', conditions: '' });
    expect(merged.changed).toEqual(['to_on']);
    expect(merged.mine).toEqual({ beds: '4' });
    expect(merged.theirs).toEqual({ to_on: '2017-02-09' });
    expect(merged.clashes).toEqual([]);
  });

  it('asks where both have changed the same, and keeps mine until somebody has chosen', () => {
    const merged = merge(base, { ...base, beds: '4' }, { ...base, beds: '5' });
    expect(merged.clashes).toEqual([{ column: 'beds', was: '6', mine: '4', theirs: '5' }]);
    expect(merged.row.beds).toBe('4');
    expect([merged.mine, merged.theirs]).toEqual([{}, {}]);
  });

  it('asks nothing where both have changed it to the same', () => {
    const merged = merge(base, { ...base, beds: '4' }, { ...base, beds: '4' });
    expect(merged).toEqual({ row: { ...base, beds: '4' }, changed: ['beds'], mine: {}, theirs: {}, clashes: [] });
  });

  it('knows columns that came and went', () => {
    expect(merge({}, { sex: '' }, { sex: 'female' }).row).toEqual({ sex: 'female' });
    expect(merge({}, { sex: 'male' }, {}).mine).toEqual({ sex: 'male' });
    expect(merge({ sex: 'male' }, { sex: '' }, { sex: 'male' }).mine).toEqual({ sex: '' });
    expect(merge({}, {}, { sex: 'male' }).theirs).toEqual({ sex: 'male' });
  });
});

describe('what is sent', () => {
  it('is what differs', () => {
    expect(changes({ beds: '6', sex: 'male' }, { beds: '5', sex: '' })).toEqual({ beds: '5', sex: '' });
    expect(changes({ beds: '6', sex: 'male' }, { beds: '6' })).toEqual({ sex: '' });
  });

  it('takes a missing column for an empty one', () => {
    expect(changes({ beds: '6' }, { beds: '6', sex: '' })).toEqual({});
    expect(changes({}, { sex: '' })).toEqual({});
  });
});
