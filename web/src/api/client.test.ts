// An answer is whole, or there is none.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET, POST, data, loggedOut } from './client';
import { Problem } from './problem';

/** Whatever is asked, this is the answer. */
function answers(answer: () => Promise<Response>): void {
  vi.stubGlobal('fetch', answer);
}

// Outside of a page an address has to be whole.
const AT = { baseUrl: 'http://desk.test' };
const about = () => data(GET('/api/v1/about', AT));

async function trouble(asked: Promise<unknown>): Promise<Problem> {
  const why = await asked.then(
    () => null,
    (why: unknown) => why,
  );
  expect(why).toBeInstanceOf(Problem);
  return why as Problem;
}

/** Begins as an answer does, and breaks off. */
function half(headers: Record<string, string> = {}, status = 200): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(new TextEncoder().encode('{"version":')),
    pull: (stream) => stream.error(new TypeError('the line is gone')),
  });
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

afterEach(() => vi.unstubAllGlobals());

describe('an answer', () => {
  it('is read, also where it says how long it is', async () => {
    const text = '{"version":"1"}';
    answers(async () => new Response(text));
    expect(await about()).toEqual({ version: '1' });
    answers(async () => new Response(text, { headers: { 'Content-Length': String(text.length) } }));
    expect(await about()).toEqual({ version: '1' });
  });

  it('may be empty', async () => {
    answers(async () => new Response(null, { status: 204 }));
    expect(await data(POST('/api/v1/tokens/revoke', { ...AT, params: { header: { 'Idempotency-Key': 'k' } }, body: { id: 'T' } }))).toBeUndefined();
  });

  it('is a problem where it is none of success, and says who is not logged in', async () => {
    const out = vi.fn();
    loggedOut.addEventListener('out', out, { once: true });
    answers(async () => new Response(JSON.stringify({ type: '/problems/anonymous', title: 'Anonymous', detail: 'who?' }), { status: 401 }));
    const { kind, status, detail } = await trouble(about());
    expect([kind, status, detail]).toEqual(['anonymous', 401, 'who?']);
    expect(out).toHaveBeenCalledOnce();
  });
});

describe('no answer', () => {
  it('is where nothing was reached', async () => {
    answers(() => Promise.reject(new TypeError('no line')));
    const why = await trouble(about());
    expect([why.kind, why.passes]).toEqual(['offline', true]);
  });

  it('is where it breaks off, of success or not', async () => {
    for (const answer of [half(), half({ 'Content-Length': '99' }), half({}, 422)]) {
      answers(async () => answer);
      expect((await trouble(about())).kind).toBe('offline');
    }
  });

  it('is where something else has answered, or cut it short', async () => {
    for (const text of ['<h1>Welcome to our hotel</h1>', '{"version":']) {
      answers(async () => new Response(text));
      expect((await trouble(about())).kind).toBe('offline');
    }
  });

  it('is not where we ask what cannot be asked: that is a bug', async () => {
    answers(async () => new Response('{}'));
    await expect(data(GET('/api/v1/about', { ...AT, headers: { 'X-Purpose': 'лечение' } }))).rejects.not.toBeInstanceOf(Problem);
  });
});
