/** Supposed events are put as the events format has them. */
import { describe, expect, it } from 'vitest';
import { supposedEvent } from './supposed';

const NOW = new Date('2026-02-01T06:07:31Z');

describe('a supposed event', () => {
  it('has what was filled in, and times in UTC', () => {
    expect(supposedEvent('aircraft-out', { aircraft: 'RA-1', until: '2026-02-02T12:00' }, NOW)).toEqual({
      at: '2026-02-01T06:07Z',
      kind: 'aircraft-out',
      aircraft: 'RA-1',
      until: '2026-02-02T12:00Z',
    });
    expect(supposedEvent('aircraft-out', { aircraft: 'RA-1', until: '' }, NOW)).not.toHaveProperty('until');
  });

  it('gives a precedence whole', () => {
    expect(supposedEvent('patient-changed', { patient: 'P-1', precedence: 'P1', critical_care: 'icu' }, NOW)).toEqual({
      at: '2026-02-01T06:07Z',
      kind: 'patient-changed',
      patient: 'P-1',
      precedence_scheme: 'UK-STANAG3204',
      precedence_code: 'P1',
      clock_start_at: '2026-02-01T06:07Z',
      critical_care: 'icu',
    });
  });

  it('counts beds in figures', () => {
    expect(supposedEvent('beds-withdrawn', { offer: 'O-1', left: '0' }, NOW).left).toBe(0);
  });

  it('leaves away what belongs to another kind', () => {
    expect(supposedEvent('mission-cancelled', { mission: 'M001', aircraft: 'RA-1' }, NOW)).not.toHaveProperty('aircraft');
  });
});
