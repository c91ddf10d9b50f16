// @vitest-environment jsdom
/** Getting in without a link: with whom the device remembers, for as long as that holds, and not after logging out. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session, type Self } from '~/api/session.svelte';
import { memory } from './memory';
import { forget, kept } from './store';

const CREW = { account: 'A', may: ['mission.report'], roles: ['crew'], operations: [] } as unknown as Self;

async function remembered(self: Self): Promise<void> {
  memory.remember(self);
  await vi.waitFor(async () => expect(await kept('session')).toBeDefined());
}

beforeEach(async () => {
  await forget();
  localStorage.clear();
  // No link: nothing is reached, whatever is asked.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no link')));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begun(): Session {
  const session = new Session();
  session.remembers(memory);
  return session;
}

it('lets a crew in that was known here', async () => {
  await remembered(CREW);
  const session = begun();
  await session.begin();
  expect(session.state).toBe('in');
  expect(session.self?.account).toBe('A');
  expect(session.staleSince).not.toBeNull();
});

it('lets nobody in who is not known, or was not heard of for too long', async () => {
  const session = begun();
  await session.begin();
  expect(session.state).toBe('unreachable');
  await remembered(CREW);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 73 * 3_600_000 });
  await session.begin();
  expect(session.state).toBe('unreachable');
  expect(await kept('session')).toBeUndefined();
});

it('remembers nobody who reports nothing', async () => {
  memory.remember({ ...CREW, may: ['audit.read'] } as Self);
  await new Promise((done) => setTimeout(done, 20));
  expect(await kept('session')).toBeUndefined();
});

it('forgets who has logged out, also where the server could not be told', async () => {
  await remembered(CREW);
  const session = begun();
  await session.begin();
  session.forgets(forget);
  await session.logOut();
  expect(session.state).toBe('out');
  const next = begun();
  await next.begin();
  expect(next.state).toBe('unreachable');
});
