/** Reports are queued, kept through a reload and a lost link, and sent once and in order. */
import { newKey, tag } from '~/api/client';
import { Problem } from '~/api/problem';
import { session } from '~/api/session.svelte';
import { clock } from '~/units/clock.svelte';
import * as store from './store';
import type { Entry } from './store';

/** What is to be sent. */
export type Report = Pick<Entry, 'method' | 'path' | 'body' | 'subject' | 'version' | 'label'> & { happenedAt?: string };

/** Between two tries without a link. */
const AGAIN = 5_000;

class Outbox {
  /** What is not yet sent, and what was refused, of whoever is logged in. */
  entries = $state<Entry[]>([]);
  sending = $state(false);

  #again: ReturnType<typeof setTimeout> | undefined;
  /** Versions that our own reports have made since somebody looked, by subject. */
  #versions = new Map<string, number>();

  get waiting(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'waiting');
  }

  get refused(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'refused');
  }

  async begin(): Promise<void> {
    addEventListener('online', () => void this.send());
    await this.read();
    void this.send();
  }

  async read(): Promise<void> {
    const account = session.self?.account;
    this.entries = (await store.all()).filter((entry) => entry.account === account);
  }

  /** Queues a report, and sends it as soon as that is possible. */
  async report(report: Report): Promise<void> {
    const account = session.self?.account;
    if (!account) throw new Error('nobody is logged in');
    const plain = JSON.parse(JSON.stringify(report)) as Report;
    const entry: Entry = {
      ...plain,
      key: newKey(),
      account,
      happenedAt: report.happenedAt ?? clock.instant().toISOString(),
      state: 'waiting',
    };
    await store.add(entry);
    await this.read();
    void this.send();
  }

  /** Takes a report back that was refused, or was not yet sent. */
  async drop(entry: Entry): Promise<void> {
    if (entry.number !== undefined) await store.remove(entry.number);
    await this.read();
  }

  /** Sends a refused report once more, on what the thing is now. */
  async retry(entry: Entry): Promise<void> {
    const { why: _, version: __, ...rest } = entry;
    await store.put({ ...rest, key: newKey(), state: 'waiting' });
    await this.read();
    void this.send();
  }

  /** Sends what waits, one after the other. One tab at a time: the others' reports are in the same store. */
  async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.#again);
    try {
      await navigator.locks.request('airbridge-outbox', async () => {
        await this.read();
        const held = new Set<string>();
        for (const entry of this.waiting) {
          // What follows on a refused report waits for somebody's look.
          if (entry.subject && (held.has(entry.subject) || this.#isHeld(entry))) continue;
          const done = await this.#send(entry);
          if (!done && entry.subject) held.add(entry.subject);
        }
      });
    } catch (why) {
      if (!(why instanceof Problem)) throw why;
      this.#again = setTimeout(() => void this.send(), AGAIN);
    } finally {
      this.sending = false;
    }
  }

  #isHeld(entry: Entry): boolean {
    return this.refused.some((other) => other.subject === entry.subject && (other.number ?? 0) < (entry.number ?? 0));
  }

  /** Whether it went through; `false`: it was refused. Throws where there is no link. */
  async #send(entry: Entry): Promise<boolean> {
    const version = await this.#version(entry);
    let { response, body } = await post(entry, version);
    if (response.status === 412 && entry.subject) {
      // Somebody was faster with something else. What was seen was seen: it is said again on what the thing is now, and the server decides whether it can be.
      const fresh = await current(entry.subject);
      ({ response, body } = await post(entry, fresh));
    }
    const problem = response.ok ? null : Problem.of(response.status, body);
    if (problem?.passes || problem?.kind === 'anonymous') throw problem;
    if (problem) {
      await store.put({ ...entry, state: 'refused', why: { kind: problem.kind, detail: problem.detail } });
    } else {
      const made = (body as { version?: number } | null)?.version;
      if (entry.subject && made !== undefined) this.#versions.set(entry.subject, made);
      if (entry.number !== undefined) await store.remove(entry.number);
    }
    await this.read();
    return !problem;
  }

  /** The version to name: what our own report before has made, else what was seen. */
  async #version(entry: Entry): Promise<number | undefined> {
    if (!entry.subject) return undefined;
    const made = this.#versions.get(entry.subject);
    if (made !== undefined && made > (entry.version ?? 0)) return made;
    return entry.version ?? (await current(entry.subject));
  }
}

async function post(entry: Entry, version: number | undefined): Promise<{ response: Response; body: unknown }> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'X-Airbridge': '1',
    'Idempotency-Key': entry.key,
    'X-Happened-At': entry.happenedAt,
  };
  if (version !== undefined) headers['If-Match'] = tag(version);
  let response: Response;
  try {
    response = await fetch(entry.path, { method: entry.method, headers, body: JSON.stringify(entry.body ?? {}) });
  } catch (why) {
    throw Problem.offline(why);
  }
  const text = await response.text().catch(() => '');
  let body: unknown = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    body = null;
  }
  return { response, body };
}

/** The version that a thing has now. */
async function current(subject: string): Promise<number | undefined> {
  const [of, ...id] = subject.split('/');
  let response: Response;
  try {
    response = await fetch(`/api/v1/${of}s/${encodeURIComponent(id.join('/'))}`);
  } catch (why) {
    throw Problem.offline(why);
  }
  if (!response.ok) throw Problem.of(response.status, await response.json().catch(() => null));
  const found = response.headers.get('etag')?.match(/^"(\d+)"$/);
  return found ? Number(found[1]) : undefined;
}

export const outbox = new Outbox();
