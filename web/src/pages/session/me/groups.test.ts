// What is shown once is shown so that it can be typed and scanned.
import { expect, it } from 'vitest';
import { dark, groups } from './groups';

it('groups a secret by four', () => {
  expect(groups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(groups('')).toBe('');
});

it('draws runs of dark fields', () => {
  expect(dark([[true, true, false, true], [false], [true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM0 2h1v1h-1z');
});
