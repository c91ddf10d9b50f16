/** Reports are queued, kept through a reload and a lost link, and sent once and in order. */
import { loggedOut, newKey } from '~/api/client';
import { live } from '~/api/live.svelte';
import { Problem } from '~/api/problem';
import { session } from '~/api/session.svelte';
import { clock } from '~/units/clock.svelte';
import { toSecond } from '~/units/time';
import { fits, stateOf } from './fits';
import { Line, held } from './order';
import { now, post, restOf, whose } from './post';
import * as store from './store';
import type { Entry } from './store';

/** What is to be sent. */
export type Report = Pick<Entry, 'method' | 'path' | 'body' | 'subject' | 'version' | 'seen' | 'needs' | 'label'> & { happenedAt?: string };

/** Between two tries: at first, and at most. */
const AGAIN = 5_000;
const RARELY = 5 * 60_000;

/** So often others may be faster before it is left for the next try. */
const FASTER = 3;

const NAME = 'airbridge-outbox';

/** Says nothing of the report, but of who is logged in. */
const SESSION = new Set(['anonymous', 'password-change-needed']);

function isForLater(problem: Problem): boolean {
  return problem.passes || SESSION.has(problem.kind);
}

class Outbox {
  /** What is not yet sent, and what was refused, of whoever is logged in. */
  entries = $state<Entry[]>([]);
  sending = $state(false);
  /** Why the last try went no further, and when the next is. */
  trouble = $state.raw<{ why: Problem; next: number } | null>(null);

  #again: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #isWanted = false;
  #hasBegun = false;
  #told = new Set<(entry: Entry, version?: number) => void>();
  /** By session: which versions of a thing reports of one's own have made of which, one after the other. */
  #made = new WeakMap<object, Map<string, { from: number; to: number }>>();
  /** Other windows show the same store. */
  #others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);

  get waiting(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'waiting');
  }

  get refused(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'refused');
  }

  /** Those that wait behind a refused one, by number. */
  get held(): Set<number> {
    return held(this.entries);
  }

  /** Begins to send for whoever is logged in. Called again when somebody else is. */
  async begin(): Promise<void> {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      addEventListener('online', () => this.now());
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.now());
      live.onBack(() => this.now());
      this.#others?.addEventListener('message', () => void this.read());
    }
    await this.read();
    this.now();
  }

  /** Told of every report that the server has taken, for whoever shows what it changes; until the answer is called. */
  onTaken(told: (entry: Entry, version?: number) => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  async read(): Promise<void> {
    const account = session.self?.account;
    const all = await store.all();
    this.entries = account ? all.filter((entry) => entry.account === account) : [];
  }

  /** Queues a report, and sends it as soon as that is possible. When this has answered it is kept, whatever becomes of the link. */
  async report(report: Report): Promise<void> {
    const account = session.self?.account;
    if (!account) throw new Error('nobody is logged in');
    const plain = JSON.parse(JSON.stringify(report)) as Report;
    const entry: Entry = {
      ...plain,
      key: newKey(),
      account,
      happenedAt: toSecond(report.happenedAt ?? clock.instant()),
      state: 'waiting',
    };
    await store.add(entry);
    // Asks the browser not to throw reports away when the disk is full.
    void navigator.storage?.persist?.().catch(() => false);
    await this.#changed();
    void this.send();
  }

  /** Takes a report back that was refused, or was not yet sent. */
  async drop(entry: Entry): Promise<void> {
    if (entry.number !== undefined) await store.remove(entry.number);
    await this.#changed();
    void this.send();
  }

  /** Sends a refused report once more, on what the thing is now. It keeps its place and the time when it happened. */
  async retry(entry: Entry): Promise<void> {
    const { why: _, version: __, seen: ___, ...rest } = $state.snapshot(entry) as Entry;
    await store.put({ ...rest, key: newKey(), state: 'waiting' });
    await this.#changed();
    this.now();
  }

  /** Tries at once, without the rest after earlier tries. */
  now(): void {
    this.#tries = 0;
    void this.send();
  }

  /** Sends what waits, one after the other. One window at a time: the others' reports are in the same store. */
  async send(): Promise<void> {
    this.#isWanted = true;
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.#again);
    try {
      // What is reported while something is being sent goes as well.
      while (this.#isWanted) {
        this.#isWanted = false;
        await alone(() => this.#sendAll());
      }
      this.trouble = null;
      this.#tries = 0;
    } catch (why) {
      this.#rest(why);
    } finally {
      this.sending = false;
    }
  }

  async #sendAll(): Promise<void> {
    const account = session.self?.account;
    await this.read();
    if (!account || this.waiting.length === 0) return;
    const found = await whose();
    if (found !== account) {
      // Somebody else has logged in, in another window: what waits is not theirs.
      await session.refresh();
      await this.read();
      return;
    }
    const line = new Line(this.entries);
    let failed: unknown = null;
    for (let entry = line.next(); entry; entry = line.next()) {
      if (session.self?.account !== account) return;
      // As it is by now: the one before it may have made another version, and somebody may have taken it back.
      const fresh = this.waiting.find((other) => other.number === entry?.number);
      if (!fresh) continue;
      try {
        if (!(await this.#send($state.snapshot(fresh) as Entry))) line.holds(entry);
      } catch (why) {
        // Where the server fails on one report it may well take the others.
        if (!(why instanceof Problem) || why.status !== 500) throw why;
        line.holds(entry);
        failed = why;
      }
    }
    if (failed) throw failed;
  }

  /** Whether it went through; `false`: it was refused. Throws where it is to be tried again. */
  async #send(entry: Entry): Promise<boolean> {
    let version = this.#ownOf(entry.subject, entry.version);
    if (entry.subject && version === undefined) {
      const found = await this.#look(entry, entry.subject);
      if (!found) return false;
      version = found.version;
    }
    for (let tries = 0; tries < FASTER; tries++) {
      const { response, body, problem } = await post(entry, version);
      if (!problem) {
        const made = (body as { version?: number } | null)?.version;
        await store.taken(entry, made);
        this.#owns(entry.subject, version, made);
        await this.#changed();
        for (const told of this.#told) told(entry, made);
        return true;
      }
      if (isForLater(problem)) throw Object.assign(problem, { rest: restOf(response) });
      if (response.status !== 412 || !entry.subject) return this.#refuse(entry, problem);
      // Somebody was faster. It is said again only while what was seen still holds.
      const found = await this.#look(entry, entry.subject);
      if (!found) return false;
      if (!fits(entry.seen, found.thing)) return this.#refuse(entry, problem, stateOf(found.thing));
      version = found.version;
    }
    throw new Problem({ type: '/problems/busy', title: 'Busy', status: 503, detail: '' });
  }

  /** The version that is meant: where only one's own reports have changed a thing since it was shown, what follows on them is said of what they made. */
  #ownOf(subject: string | undefined, version: number | undefined): number | undefined {
    const own = subject && session.self ? this.#made.get(session.self)?.get(subject) : undefined;
    return own && version !== undefined && version >= own.from && version < own.to ? own.to : version;
  }

  #owns(subject: string | undefined, from: number | undefined, to: number | undefined): void {
    if (!subject || from === undefined || to === undefined || !session.self) return;
    const things = this.#made.get(session.self) ?? new Map<string, { from: number; to: number }>();
    const before = things.get(subject);
    things.set(subject, { from: before?.to === from ? before.from : from, to });
    this.#made.set(session.self, things);
  }

  /** What the thing is now; none where it cannot be seen any more, which is a refusal. */
  async #look(entry: Entry, subject: string): Promise<Awaited<ReturnType<typeof now>> | null> {
    try {
      return await now(subject);
    } catch (why) {
      if (!(why instanceof Problem) || isForLater(why)) throw why;
      await this.#refuse(entry, why);
      return null;
    }
  }

  async #refuse(entry: Entry, problem: Problem, state?: string): Promise<false> {
    const { kind, detail, remedy } = problem;
    await store.put({ ...entry, state: 'refused', why: { kind, detail, ...(remedy ? { remedy } : {}), ...(state ? { now: state } : {}) } });
    await this.#changed();
    return false;
  }

  #rest(why: unknown): void {
    if (why instanceof Problem && SESSION.has(why.kind)) {
      // What waits stays, until the same person is back.
      if (why.kind === 'anonymous') loggedOut.dispatchEvent(new Event('out'));
      else void session.refresh();
      return;
    }
    const problem = why instanceof Problem ? why : Problem.offline(why);
    const least = (why as { rest?: number }).rest ?? 0;
    // Not all at once when a server comes back.
    const wait = Math.max(least, Math.min(RARELY, AGAIN * 2 ** this.#tries++) * (0.75 + Math.random() / 4));
    this.trouble = { why: problem, next: clock.instant().getTime() + wait };
    this.#again = setTimeout(() => void this.send(), wait);
    if (!(why instanceof Problem)) console.error(why);
  }

  async #changed(): Promise<void> {
    this.#others?.postMessage('changed');
    await this.read();
  }
}

/** One window at a time, where the browser can tell. Where it cannot, the key still makes sure that it is done once. */
async function alone(act: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks;
  if (locks) await locks.request(NAME, act);
  else await act();
}

export const outbox = new Outbox();
