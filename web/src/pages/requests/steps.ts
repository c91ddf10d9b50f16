/**
 * Which steps a request can take from where it is, after the table in docs/record.md, and the row of the table of roles that each needs. The server decides
 * again: this says what is worth offering.
 */
import type { Entry as Queued } from '~/outbox/store';
import type { RequestView } from './view';

/** What a step asks for. */
export type Ask =
  | 'basis' | 'reason' | 'criteria' | 'conditions' | 'valid_until' | 'until' | 'offer' | 'offers' | 'place' | 'own_offer'
  | 'decline_reason' | 'note' | 'identifiers' | 'facility' | 'mission' | 'airfield' | 'signatory' | 'condition' | 'documents';

export interface Step {
  /** Its path, and its word. */
  key: string;
  /** Of the table of roles. */
  row: string;
  from: (request: RequestView, now: number) => boolean;
  asks: readonly Ask[];
  /** It brings the patient on; `grave`: it stops or ends something. */
  kind: 'forward' | 'aside' | 'grave';
  /** It tells what somebody has seen, and when. */
  isReport?: boolean;
  /** The crew reports it where there may be no link. */
  isQueued?: boolean;
}

export const OVER = ['closed', 'withdrawn', 'died'];
export const UNDER_WAY = ['collected', 'staged', 'enplaned', 'in-transit', 'delivered', 'diverted'];
const GONE = [...UNDER_WAY, ...OVER, 'handed-over'];

const state = (request: RequestView) => request.standing?.state ?? '';
const from = (...states: string[]) => (request: RequestView) => states.includes(state(request));
const notFrom = (states: string[]) => (request: RequestView) => state(request) !== '' && !states.includes(state(request));

/** Whether a flight surgeon's clearance holds. */
export function isFit(request: RequestView, now: number): boolean {
  return Date.parse(request.standing?.fit_until ?? '') > now;
}

const fit = (...states: string[]) => (request: RequestView, now: number) => states.includes(state(request)) && isFit(request, now);
const isQueuedUp = (request: RequestView) => Boolean(request.standing?.queued_at);

/** Before the patient is collected. */
export const isOpen = notFrom(GONE);

/** In the order of the way. */
export const STEPS: readonly Step[] = [
  { key: 'submit', row: 'request.submit', from: from('draft', 'returned'), asks: ['basis'], kind: 'forward' },
  { key: 'endorse', row: 'request.endorse', from: from('submitted'), asks: ['criteria'], kind: 'forward' },
  { key: 'return', row: 'request.return', from: from('submitted', 'endorsed'), asks: ['reason'], kind: 'aside' },
  {
    key: 'clear',
    row: 'request.clear',
    from: (request) => isQueuedUp(request) && notFrom([...OVER, 'handed-over'])(request),
    asks: ['conditions', 'valid_until'],
    kind: 'forward',
  },
  { key: 'defer', row: 'request.defer', from: (request) => isQueuedUp(request) && isOpen(request), asks: ['until', 'reason'], kind: 'aside' },
  { key: 'unfit', row: 'request.unfit', from: (request) => isQueuedUp(request) && isOpen(request), asks: ['until', 'reason'], kind: 'grave', isReport: true },
  { key: 'offer', row: 'request.offer', from: fit('cleared'), asks: ['offer', 'until'], kind: 'forward' },
  { key: 'broadcast', row: 'request.offer', from: fit('cleared'), asks: ['offers', 'until'], kind: 'aside' },
  { key: 'accept-outside', row: 'request.offer', from: fit('cleared'), asks: ['place'], kind: 'aside' },
  { key: 'unplace', row: 'request.offer', from: from('offered', 'accepted', 'planned', 'manifested'), asks: ['reason'], kind: 'aside' },
  { key: 'accept', row: 'offer.accept', from: from('offered', 'planned'), asks: ['own_offer'], kind: 'forward' },
  {
    key: 'decline',
    row: 'offer.decline',
    from: from('offered', 'accepted', 'planned', 'manifested'),
    asks: ['own_offer', 'decline_reason', 'note'],
    kind: 'aside',
  },
  { key: 'manifest', row: 'mission.approve', from: fit('planned'), asks: [], kind: 'forward' },
  { key: 'collect', row: 'request.collect', from: fit('planned', 'manifested'), asks: ['identifiers'], kind: 'forward', isReport: true, isQueued: true },
  { key: 'enplane', row: 'request.enplane', from: from('collected', 'staged', 'in-transit'), asks: ['mission', 'identifiers'], kind: 'forward', isReport: true, isQueued: true },
  { key: 'deplane', row: 'request.enplane', from: from('enplaned'), asks: ['airfield'], kind: 'forward', isReport: true, isQueued: true },
  { key: 'stage', row: 'request.collect', from: from('collected', 'in-transit'), asks: ['facility'], kind: 'aside', isReport: true, isQueued: true },
  {
    key: 'deliver',
    row: 'request.deliver',
    from: from('enplaned', 'in-transit', 'staged', 'collected', 'diverted'),
    asks: ['facility', 'identifiers'],
    kind: 'forward',
    isReport: true,
    isQueued: true,
  },
  {
    key: 'confirm-departure',
    row: 'request.confirm-departure',
    // After the hand-over as well: the worklist still asks for it there, since nothing can be closed without.
    from: (request) => from(...UNDER_WAY, 'handed-over')(request) && request.standing?.departure_confirmed === false,
    asks: [],
    kind: 'forward',
    isReport: true,
  },
  { key: 'hand-over', row: 'request.hand-over', from: from('delivered', 'diverted'), asks: ['signatory', 'condition', 'documents'], kind: 'forward', isReport: true },
  { key: 'close', row: 'request.close', from: (request) => from('handed-over')(request) && request.standing?.departure_confirmed === true, asks: [], kind: 'forward' },
  { key: 'withdraw', row: 'request.withdraw', from: isOpen, asks: ['reason'], kind: 'grave' },
  { key: 'report-death', row: 'request.report-death', from: notFrom(OVER), asks: [], kind: 'grave', isReport: true },
];

/** Steps that change columns: their form is the patient's. */
export const ROW_STEPS = [
  // From the manifest on the clinician writes nothing of the patient any more.
  { key: 'amend', row: 'request.update', from: notFrom([...GONE, 'manifested']) },
  { key: 'assess', row: 'request.assess', from: notFrom(['draft', 'returned', 'handed-over', ...OVER]) },
  {
    key: 'return-home',
    row: 'request.return-home',
    from: (request: RequestView) => from('handed-over', 'closed')(request) && !request.standing?.returned_by,
  },
] as const;

/** Whether a row of the table of roles is held. */
type May = (row: string) => boolean;

/** The steps that whoever holds these rows can take now. */
export function possible(request: RequestView, may: May, now: number, account?: string): Step[] {
  return STEPS.filter((step) => {
    if (!may(step.row) || !step.from(request, now)) return false;
    // Nobody endorses what they have written.
    if (step.key === 'endorse') return !account || request.author !== account;
    // One who may defer need not report the patient unfit: it is the same.
    if (step.key === 'unfit') return !may('request.defer');
    return true;
  });
}

/** What each queued report makes of a request once it goes through. */
const AFTER: Record<string, string> = { collect: 'collected', enplane: 'enplaned', deplane: 'in-transit', stage: 'staged', deliver: 'delivered' };

/** The request as it will stand when the reports that wait have been sent: without a link, the next step follows on them. */
export function expected(request: RequestView, queued: readonly Pick<Queued, 'path' | 'subject' | 'state'>[]): RequestView {
  let after = request;
  for (const report of queued) {
    const path = report.path.split('/').at(-1) ?? '';
    const next = AFTER[path];
    if (report.subject !== `request/${request.id}` || report.state !== 'waiting' || !next || !after.standing) continue;
    after = { ...after, standing: { ...after.standing, state: next } };
  }
  return after;
}

/** Facts that can be said again, and the step that says them. */
const AGAIN: Record<string, string> = {
  'request-created': 'amend',
  'request-amended': 'amend',
  'request-assessed': 'assess',
  'request-cleared': 'clear',
  'request-deferred': 'defer',
  'request-delivered': 'deliver',
  'request-collected': 'collect',
  'request-enplaned': 'enplane',
  'request-deplaned': 'deplane',
  'request-staged': 'stage',
  'request-handed-over': 'hand-over',
};

/** The step by which a fact is replaced or confirmed. */
export function again(kind: string): string | undefined {
  return AGAIN[kind];
}

/** Whether a hospital has agreed, after which the clinician writes neither dates nor destination. In a plan that is so where one sees the way. */
export function isPromised(request: RequestView): boolean {
  return state(request) === 'accepted' || (state(request) === 'planned' && Boolean(request.route));
}

/** The latest states of the way, as steps that one can see: where it is, and what is behind it. */
export const WAY = ['draft', 'submitted', 'endorsed', 'cleared', 'offered', 'accepted', 'planned', 'collected', 'enplaned', 'delivered', 'handed-over', 'closed'] as const;

const AT: Record<string, number> = { returned: 0, deferred: 2, manifested: 6, staged: 8, 'in-transit': 8, diverted: 9 };

/** How far along {@link WAY} a state is; -1 for those that left it. */
export function along(word: string): number {
  return AT[word] ?? WAY.indexOf(word as (typeof WAY)[number]);
}
