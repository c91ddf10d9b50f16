/** One report over the line: sent with its key, and never waited for longer than a bad line deserves. */
import { tag } from '~/api/client';
import { Problem } from '~/api/problem';
import type { Entry } from './store';

/** A report is small: what has not gone through by then is tried again, under the same key. */
const LONGEST = 30_000;

/** What came back. */
export interface Answer {
  response: Response;
  body: unknown;
  problem: Problem | null;
}

/** Reports of what somebody has seen have a time of their own; what is decided happens when it is recorded, and the server takes no time for it. */
const SEEN = [
  /^\/api\/v1\/missions\/[^/]+\/(board|depart|land|delay|abort|complete)$/,
  /^\/api\/v1\/requests\/[^/]+\/(assess|unfit|report-death|collect|stage|enplane|deplane|deliver|hand-over|confirm-departure)$/,
  /^\/api\/v1\/clearances\/[^/]+\/[^/]+$/,
  /^\/api\/v1\/operations\/[^/]+\/events$/,
];

export function hasTime(path: string): boolean {
  return SEEN.some((shape) => shape.test(path));
}

/** Sends a report. Throws an offline {@link Problem} where no answer came, or where what answered was not the server. */
export async function post(entry: Entry, version: number | undefined): Promise<Answer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Airbridge': '1', 'Idempotency-Key': entry.key };
  if (hasTime(entry.path)) headers['X-Happened-At'] = entry.happenedAt;
  if (version !== undefined) headers['If-Match'] = tag(version);
  return ask(entry.path, { method: entry.method, headers, body: JSON.stringify(entry.body ?? {}) });
}

/** What a thing is now, and its version. */
export async function now(subject: string): Promise<{ version: number | undefined; thing: unknown }> {
  const [of, ...id] = subject.split('/');
  const { response, body, problem } = await ask(`/api/v1/${of}s/${encodeURIComponent(id.join('/'))}`);
  if (problem) throw problem;
  const named = response.headers.get('etag')?.match(/^(?:W\/)?"(\d+)"$/)?.[1];
  const said = (body as { version?: unknown } | null)?.version;
  return { version: named ? Number(named) : typeof said === 'number' ? said : undefined, thing: body };
}

/** Whose session this browser has now: another window may have logged somebody else in. */
export async function whose(): Promise<string> {
  const { body, problem } = await ask('/api/v1/self');
  if (problem) throw problem;
  return (body as { account: string }).account;
}

/** How long the server asks to be left alone, in milliseconds. */
export function restOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, signal: AbortSignal.timeout(LONGEST) });
    text = await response.text();
  } catch (why) {
    throw Problem.offline(why);
  }
  let body: unknown;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    body = undefined;
  }
  // The page of a hotel's network is no answer, whatever it says of itself: nothing is taken as sent that the server has not confirmed.
  if (response.ok && (body === undefined || (body === null && response.status !== 204))) {
    throw Problem.offline(new Error(`HTTP ${response.status}`));
  }
  if (response.ok) return { response, body, problem: null };
  const problem = Problem.of(response.status, body);
  if (problem.kind === 'unreadable' && response.status < 500) throw Problem.offline(new Error(`HTTP ${response.status}`));
  return { response, body, problem };
}
