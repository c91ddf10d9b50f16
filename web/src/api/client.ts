/** The one way to the interface. Types come from `openapi/airbridge.json`. */
import createClient from 'openapi-fetch';
import { Problem } from './problem';
import type { components, paths } from './schema';

/** A shape of the interface by its name. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Told when an answer says that nobody is logged in. */
export const loggedOut = new EventTarget();

/** A line that hangs is given up: long lists over a narrow one take their time, and what is sent along may be large. */
const LONGEST = { read: 120_000, change: 600_000 };

function limited(request: Request): AbortSignal {
  const limit = AbortSignal.timeout(request.method === 'GET' ? LONGEST.read : LONGEST.change);
  return 'any' in AbortSignal ? AbortSignal.any([request.signal, limit]) : request.signal;
}

const client = createClient<paths>({
  credentials: 'same-origin',
  // A change with a cookie needs a header that no form of another site can send.
  headers: { 'X-Airbridge': '1' },
  fetch: async (request) => {
    try {
      const response = await fetch(request, { signal: limited(request) });
      // Read to its end here: an answer that breaks off on the way is none.
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, response);
    } catch (why) {
      throw Problem.offline(why);
    }
  },
});

/** `client.GET`, `client.POST` and the others. */
export const { GET, POST, PUT, PATCH, DELETE } = client;

/** The data of an answer; throws a {@link Problem} where there is none. */
export async function data<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked.catch((why: unknown) => {
    // Cut short by something between, or the page of a hotel's network: not the server's answer.
    throw why instanceof SyntaxError ? Problem.offline(why) : why;
  });
  if (!response.ok) {
    const problem = Problem.of(response.status, error);
    if (problem.kind === 'anonymous') loggedOut.dispatchEvent(new Event('out'));
    throw problem;
  }
  return data as T;
}

/** A page of anything. */
interface Page<T> {
  items: T[];
  next: string | null;
}

/** So many are asked for at a time. */
const PAGE = 500;

/** All pages of a list, one after the other. `told` hears how many there are so far. */
export async function every<T>(
  page: (at: { after?: string; limit: number }) => Promise<Page<T>>,
  told?: (items: T[]) => void,
): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after === undefined ? { limit: PAGE } : { after, limit: PAGE });
    all.push(...items);
    told?.(all);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}

/** A key under which something is done once, however often it is sent. */
export function newKey(): string {
  // By hand where the page is not from a secure address, and browsers give no `randomUUID`.
  if (!('randomUUID' in crypto)) return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return crypto.randomUUID();
}

/** The tag of a version. */
export function tag(version: number): string {
  return `"${version}"`;
}
