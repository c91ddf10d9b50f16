/** The tone of a state; its word says the same. */

const TONES: Record<string, 'quiet' | 'good' | 'warn' | 'bad' | 'accent'> = {
  returned: 'warn',
  deferred: 'warn',
  diverted: 'warn',
  accepted: 'good',
  delivered: 'good',
  'handed-over': 'good',
  planned: 'accent',
  manifested: 'accent',
  collected: 'accent',
  staged: 'accent',
  enplaned: 'accent',
  'in-transit': 'accent',
};

export function tone(state: string | undefined): 'quiet' | 'good' | 'warn' | 'bad' | 'accent' {
  return TONES[state ?? ''] ?? 'quiet';
}
