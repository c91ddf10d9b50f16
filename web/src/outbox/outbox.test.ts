// @vitest-environment jsdom
/** The outbox against a server that is away, slow, faster, or another's. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session, type Self } from '~/api/session.svelte';
import { outbox, type Report } from './outbox.svelte';
import * as store from './store';

/** What the server was sent, in order. */
interface Sent {
  path: string;
  key: string;
  match: string | null;
  happened: string | null;
}

/** Answers like the interface: versions, keys that are known, and whatever a test makes of it. */
class Server {
  account = 'A';
  sent: Sent[] = [];
  done = new Map<string, { id: string; version: number }>();
  things: Record<string, { version: number; state: string; flown?: number }> = {};
  /** Called before anything is done: an answer here is the answer. */
  before: ((path: string, method: string) => Response | null) | null = null;
  /** Called when something was done: throws where the answer is lost. */
  after: ((path: string) => void) | null = null;

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = input instanceof Request ? new URL(input.url).pathname : String(input);
    const method = init.method ?? 'GET';
    const made = this.before?.(path, method);
    if (made) return made;
    if (path === '/api/v1/self') return json(200, { account: this.account });
    const [, of, id, act] = path.match(/^\/api\/v1\/(\w+)s\/([^/]+)(?:\/([\w-]+))?$/) ?? [];
    const name = `${of}/${id}`;
    const thing = (this.things[name] ??= { version: 1, state: 'ready' });
    if (method === 'GET') return json(200, { id, ...thing }, { etag: `"${thing.version}"` });
    const headers = new Headers(init.headers);
    const key = headers.get('idempotency-key') ?? '';
    this.sent.push({ path, key, match: headers.get('if-match'), happened: headers.get('x-happened-at') });
    const known = this.done.get(key);
    if (known) return json(200, known);
    if (act !== 'events' && headers.get('if-match') !== `"${thing.version}"`) return problem(412, 'stale');
    thing.version += 1;
    const answer = { id: id ?? '', version: thing.version };
    this.done.set(key, answer);
    this.after?.(path);
    return json(200, answer);
  };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

function problem(status: number, kind: string, headers: Record<string, string> = {}): Response {
  return json(status, { type: `/problems/${kind}`, title: kind, status, detail: kind }, headers);
}

function cut(): Response {
  throw new TypeError('no link');
}

function mission(act: string, version = 1, more: Partial<Report> = {}): Report {
  return { method: 'POST', path: `/api/v1/missions/M1/${act}`, body: {}, subject: 'mission/M1', version, label: { key: act, args: {} }, ...more };
}

function patient(id: string, act: string, more: Partial<Report> = {}): Report {
  return { method: 'POST', path: `/api/v1/requests/${id}/${act}`, body: {}, subject: `request/${id}`, version: 1, label: { key: act, args: {} }, ...more };
}

let server: Server;
const acts = () => server.sent.map((sent) => sent.path.split('/').slice(-2).join(' '));
const settled = () => vi.waitFor(() => expect(outbox.sending).toBe(false));

async function report(...reports: Report[]): Promise<void> {
  for (const one of reports) await outbox.report(one);
  await settled();
}

async function again(): Promise<void> {
  await outbox.send();
  await settled();
}

beforeEach(async () => {
  await settled();
  for (const entry of await store.all()) await store.remove(entry.number ?? 0);
  server = new Server();
  vi.stubGlobal('fetch', server.fetch);
  session.self = { account: 'A', may: [], roles: [], operations: [] } as unknown as Self;
  session.state = 'in';
  await outbox.read();
});

describe('the outbox', () => {
  it('sends in order, each on the version that the one before has made', async () => {
    server.before = cut;
    await report(mission('board'), mission('depart'), mission('land'));
    expect(outbox.waiting).toHaveLength(3);
    expect(outbox.trouble?.why.kind).toBe('offline');
    server.before = null;
    await again();
    expect(acts()).toEqual(['M1 board', 'M1 depart', 'M1 land']);
    expect(server.sent.map((sent) => sent.match)).toEqual(['"1"', '"2"', '"3"']);
    expect(outbox.entries).toEqual([]);
    expect(outbox.trouble).toBeNull();
  });

  it('says what follows on a report of one\'s own at once on the version that it has made, though the page still shows the one before', async () => {
    await report(mission('board'));
    await report(mission('depart', 1));
    await report(mission('land', 2));
    expect(server.sent.map((sent) => sent.match)).toEqual(['"1"', '"2"', '"3"']);
    // What another has changed in between is no own: it is not said of that.
    server.things['mission/M1'] = { version: 5, state: 'ready' };
    await report(mission('delay', 4));
    expect(server.sent.map((sent) => sent.match)).toEqual(['"1"', '"2"', '"3"', '"4"']);
    expect(outbox.refused).toHaveLength(1);
  });

  it('does once what was sent when the answer was lost', async () => {
    server.after = () => cut();
    await report(mission('board'), mission('depart'));
    expect(outbox.waiting).toHaveLength(1);
    server.after = null;
    await again();
    expect(server.things['mission/M1']?.version).toBe(3);
    expect(new Set(server.sent.map((sent) => sent.key)).size).toBe(2);
    expect(outbox.entries).toEqual([]);
  });

  it('says it again on what the thing is now while what was seen holds', async () => {
    server.things['mission/M1'] = { version: 7, state: 'boarding', flown: 0 };
    await report(mission('depart', 3, { seen: { state: 'boarding', flown: 0 } }));
    expect(server.sent.map((sent) => sent.match)).toEqual(['"3"', '"7"']);
    expect(outbox.entries).toEqual([]);
  });

  it.each([
    ['another state', { version: 7, state: 'airborne', flown: 0 }, { state: 'boarding', flown: 0 }],
    ['the same state of another leg', { version: 7, state: 'boarding', flown: 1 }, { state: 'boarding', flown: 0 }],
  ])('lets somebody look where it has come to %s', async (_, is, seen) => {
    server.things['mission/M1'] = is;
    await report(mission('depart', 3, { seen }));
    expect(server.sent).toHaveLength(1);
    expect(outbox.refused[0]?.why).toMatchObject({ kind: 'stale', now: is.state });
  });

  it('lets somebody look where nothing was said of what was seen', async () => {
    server.things['mission/M1'] = { version: 7, state: 'boarding' };
    await report(mission('depart', 3));
    expect(outbox.refused).toHaveLength(1);
  });

  it('holds what follows on a refused one, and nothing else', async () => {
    server.before = cut;
    await report(patient('P1', 'enplane'), patient('P2', 'enplane'), patient('P1', 'deplane'), patient('P2', 'deplane'), mission('complete', 1, { needs: ['request/P1', 'request/P2'] }));
    server.before = (path, method) => (method === 'POST' && path.includes('/P1/enplane') ? problem(409, 'wrong-state') : null);
    await again();
    expect(acts()).toEqual(['P2 enplane', 'P2 deplane']);
    expect(outbox.refused.map((entry) => entry.label.key)).toEqual(['enplane']);
    expect([...outbox.held]).toHaveLength(2);
    // Nothing is tried again by itself.
    await again();
    expect(server.sent).toHaveLength(2);
    // Taken back: what followed goes on.
    server.before = null;
    const refused = outbox.refused[0];
    if (refused) await outbox.drop(refused);
    await settled();
    await again();
    expect(acts().slice(2)).toEqual(['P1 deplane', 'M1 complete']);
  });

  it('sends a refused one again under another key, on what the thing is now, at the time when it happened', async () => {
    server.things['mission/M1'] = { version: 5, state: 'airborne' };
    const happenedAt = '2030-05-01T09:00:00Z';
    await report(mission('land', 2, { seen: { state: 'boarding' }, happenedAt }));
    const refused = outbox.refused[0];
    if (refused) await outbox.retry(refused);
    await settled();
    expect(server.sent.map((sent) => [sent.match, sent.happened])).toEqual([['"2"', happenedAt], ['"5"', happenedAt]]);
    expect(server.sent[0]?.key).not.toBe(server.sent[1]?.key);
    expect(outbox.entries).toEqual([]);
  });

  it("shows and sends no other account's reports", async () => {
    server.before = cut;
    await report(mission('board'));
    server.before = null;
    session.self = { account: 'B', may: [], roles: [], operations: [] } as unknown as Self;
    server.account = 'B';
    await outbox.begin();
    await settled();
    expect(outbox.entries).toEqual([]);
    expect(server.sent).toEqual([]);
    expect(await store.all()).toHaveLength(1);
  });

  it('sends nothing where another window has logged somebody else in', async () => {
    server.account = 'B';
    const refresh = vi.spyOn(session, 'refresh').mockResolvedValue();
    await report(mission('board'));
    expect(refresh).toHaveBeenCalled();
    refresh.mockRestore();
    expect(server.sent).toEqual([]);
    expect(await store.all()).toHaveLength(1);
  });

  it('keeps what waits when the session has ended, and lets somebody log in', async () => {
    server.before = () => problem(401, 'anonymous');
    await report(mission('board'), mission('depart'));
    expect(session.state).toBe('out');
    expect((await store.all()).map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
    server.before = null;
    session.self = { account: 'A', may: [], roles: [], operations: [] } as unknown as Self;
    session.state = 'in';
    await outbox.begin();
    await vi.waitFor(() => expect(acts()).toEqual(['M1 board', 'M1 depart']));
    await settled();
  });

  it.each([
    ['throttled', 429],
    ['unavailable', 503],
  ])('tries again later when it is %s, and keeps the order', async (kind, status) => {
    server.before = (_, method) => (method === 'POST' ? problem(status, kind, { 'retry-after': '90' }) : null);
    await report(mission('board'), mission('depart'));
    expect(outbox.refused).toEqual([]);
    expect((outbox.trouble?.next ?? 0) - Date.now()).toBeGreaterThan(80_000);
    server.before = null;
    await again();
    expect(acts()).toEqual(['M1 board', 'M1 depart']);
  });

  it('waits longer with every try', async () => {
    server.before = cut;
    await report(mission('board'));
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      await again();
      waits.push((outbox.trouble?.next ?? 0) - Date.now());
    }
    expect(waits.every((wait, at) => at === 0 || wait > (waits[at - 1] ?? 0))).toBe(true);
  });

  it('lets the others go where the server fails on one', async () => {
    server.before = (path, method) => (method === 'POST' && path.includes('/P1/') ? problem(500, 'internal') : null);
    await report(patient('P1', 'collect'), patient('P2', 'collect'), patient('P1', 'enplane'));
    await again();
    expect(new Set(acts())).toEqual(new Set(['P2 collect']));
    expect(outbox.waiting.map((entry) => entry.label.key)).toEqual(['collect', 'enplane']);
  });

  it("does not take a hotel's page for an answer", async () => {
    server.before = () => new Response('<html>Pay here</html>', { status: 200, headers: { 'content-type': 'text/html' } });
    await report(mission('board'));
    server.before = (_, method) => (method === 'POST' ? new Response('<html>No</html>', { status: 403 }) : null);
    await again();
    expect(outbox.waiting).toHaveLength(1);
    server.before = null;
    await again();
    expect(outbox.entries).toEqual([]);
  });

  it('says when it happened only of what was seen', async () => {
    await report(mission('board'), mission('cancel', 2));
    expect(server.sent.map((sent) => sent.happened !== null)).toEqual([true, false]);
  });

  it('sends from one window at a time where the browser can tell', async () => {
    const asked: string[] = [];
    const request = async (name: string, act: () => Promise<void>) => {
      asked.push(name);
      await act();
    };
    vi.stubGlobal('navigator', { locks: { request }, onLine: true });
    try {
      await report(mission('board'));
    } finally {
      vi.unstubAllGlobals();
      vi.stubGlobal('fetch', server.fetch);
    }
    expect(asked.length).toBeGreaterThan(0);
    expect(outbox.entries).toEqual([]);
  });

  it('keeps what is read without a link apart from what is to be sent', async () => {
    await store.keep('mission/M1', { id: 'M1' }, 5);
    await store.keep('session', {}, 5);
    expect((await store.keptLike('mission/')).map((kept) => kept.key)).toEqual(['mission/M1']);
    server.before = cut;
    await report(mission('board'));
    await store.forget();
    expect(await store.keptLike('')).toEqual([]);
    expect(await store.all()).toHaveLength(1);
  });
});
