// Merging what two people have changed.
import { describe, expect, it } from 'vitest';
import { changed, merge } from './merge';

describe('merge', () => {
  const was = { a: '1', b: '2', c: '3', d: '4' };
  it('keeps what only one has changed, and asks where both have', () => {
    const merged = merge(was, { ...was, a: 'mine', c: 'mine', d: 'same' }, { ...was, b: 'theirs', c: 'theirs', d: 'same' });
    expect(merged.mine).toEqual({ a: 'mine' });
    expect(merged.theirs).toEqual({ b: 'theirs' });
    expect(merged.both).toEqual([{ column: 'c', was: '3', mine: 'mine', theirs: 'theirs' }]);
  });
  it('knows columns that came and went', () => {
    expect(merge({}, { a: 'new' }, {}).mine).toEqual({ a: 'new' });
    expect(merge({ a: '1' }, { a: '' }, { a: '1' }).mine).toEqual({ a: '' });
    expect(merge({}, {}, { a: 'new' }).theirs).toEqual({ a: 'new' });
  });
  it('sends only what differs', () => {
    expect(changed(was, { ...was, a: '1', b: '' })).toEqual({ b: '' });
    expect(changed({}, { a: '' })).toEqual({});
  });
});
