// Steps after the table of docs/record.md.
import { describe, expect, it } from 'vitest';
import { along, expected, possible, ROW_STEPS, STEPS } from './steps';
import type { RequestView } from './view';

const NOW = Date.parse('2017-02-01T00:00:00Z');
const ROWS: Record<string, string[]> = {
  clinician: ['request.submit', 'request.update', 'request.unfit', 'request.withdraw', 'request.report-death', 'request.confirm-departure'],
  authority: ['request.endorse', 'request.return', 'request.withdraw', 'request.erase'],
  surgeon: ['request.clear', 'request.defer', 'request.unfit', 'request.assess', 'request.report-death'],
  regulating: ['request.offer', 'request.withdraw', 'request.close', 'request.return-home'],
  hospital: ['offer.accept', 'offer.decline', 'request.hand-over', 'request.report-death', 'request.return-home'],
  crew: ['request.collect', 'request.enplane', 'request.deliver', 'request.unfit', 'request.report-death'],
};

function request(state: string, more: Partial<NonNullable<RequestView['standing']>> = {}): RequestView {
  return {
    id: 'P-1',
    version: 3,
    operation: 'op',
    row: {},
    author: 'writer',
    standing: { state, since: '2017-01-31T00:00:00Z', departure_confirmed: false, queued_at: '2017-01-31T00:00:00Z', fit_until: '2017-02-09T00:00:00Z', ...more },
  };
}

function keys(who: string, on: RequestView, account?: string): string[] {
  return possible(on, (row) => ROWS[who]?.includes(row) ?? false, NOW, account).map((step) => step.key);
}

describe('steps', () => {
  it('begin with the clinician and the authority', () => {
    const draft = request('draft', { queued_at: null, fit_until: null });
    expect(keys('clinician', draft)).toEqual(['submit', 'withdraw', 'report-death']);
    expect(keys('authority', request('submitted', { queued_at: null }))).toEqual(['endorse', 'return', 'withdraw']);
  });
  it('let nobody endorse what they have written', () => {
    expect(keys('authority', request('submitted'), 'writer')).not.toContain('endorse');
  });
  it('let the flight surgeon clear again at any time before the hand-over', () => {
    expect(keys('surgeon', request('endorsed'))).toEqual(['clear', 'defer', 'report-death']);
    expect(keys('surgeon', request('enplaned'))).toEqual(['clear', 'report-death']);
    expect(keys('surgeon', request('handed-over'))).toEqual(['report-death']);
  });
  it('offer no bed where the clearance has run out', () => {
    expect(keys('regulating', request('cleared'))).toEqual(['offer', 'broadcast', 'accept-outside', 'withdraw']);
    expect(keys('regulating', request('cleared', { fit_until: '2017-01-31T00:00:00Z' }))).toEqual(['withdraw']);
    expect(keys('regulating', request('offered'))).toEqual(['unplace', 'withdraw']);
  });
  it('let the hospital answer and sign', () => {
    expect(keys('hospital', request('offered'))).toEqual(['accept', 'decline', 'report-death']);
    expect(keys('hospital', request('delivered'))).toEqual(['hand-over', 'report-death']);
  });
  it('take the crew from the ward to the door', () => {
    expect(keys('crew', request('planned'))).toEqual(['unfit', 'collect', 'report-death'].sort((a, b) => order(a) - order(b)));
    expect(keys('crew', request('collected'))).toEqual(['enplane', 'stage', 'deliver', 'report-death']);
    expect(keys('crew', request('enplaned'))).toEqual(['deplane', 'deliver', 'report-death']);
    expect(keys('crew', request('in-transit'))).toEqual(['enplane', 'stage', 'deliver', 'report-death']);
  });
  it('close only where both ends have confirmed', () => {
    expect(keys('regulating', request('handed-over'))).toEqual([]);
    expect(keys('regulating', request('handed-over', { departure_confirmed: true }))).toEqual(['close']);
    expect(keys('clinician', request('collected', { departure_confirmed: true }))).not.toContain('confirm-departure');
  });
  it('end', () => {
    for (const state of ['closed', 'withdrawn', 'died']) for (const who of Object.keys(ROWS)) expect(keys(who, request(state))).toEqual([]);
  });
  it('are not offered where the state is hidden', () => {
    const hidden: RequestView = { id: 'P-1', version: 1, operation: 'op', row: {} };
    for (const who of Object.keys(ROWS)) expect(keys(who, hidden)).toEqual([]);
    for (const step of ROW_STEPS) expect(step.from(hidden)).toBe(false);
  });
});

function order(key: string): number {
  return STEPS.findIndex((step) => step.key === key);
}

describe('reports that wait', () => {
  it('let the next step follow on them', () => {
    const report = (path: string, state: 'waiting' | 'refused' = 'waiting') => ({ path: `/api/v1/requests/P-1/${path}`, subject: 'request/P-1', state });
    const queue = [report('collect'), report('enplane')];
    expect(expected(request('planned'), queue).standing?.state).toBe('enplaned');
    expect(expected(request('planned'), [report('collect', 'refused')]).standing?.state).toBe('planned');
    expect(expected(request('planned'), [{ ...report('collect'), subject: 'request/P-2' }]).standing?.state).toBe('planned');
  });
});

describe('the way', () => {
  it('places every state', () => {
    expect(along('draft')).toBe(0);
    expect(along('manifested')).toBe(along('planned'));
    expect(along('diverted')).toBe(along('delivered'));
    expect(along('withdrawn')).toBe(-1);
  });
});
