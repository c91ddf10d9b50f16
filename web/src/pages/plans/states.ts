/** How the states of plans and jobs are toned; the words say the same. */

type Tone = 'quiet' | 'good' | 'warn' | 'bad' | 'accent';

export const TONES: Record<string, Tone> = {
  proposed: 'accent',
  adopted: 'good',
  rejected: 'quiet',
  superseded: 'quiet',
  queued: 'quiet',
  running: 'accent',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
};
