/** Who is logged in, and what the server says of itself. */
import { DELETE, GET, POST, data, loggedOut, type Shape } from './client';
import { clock } from '~/units/clock.svelte';

export type Self = Shape<'SelfView'>;
export type About = Shape<'AboutView'>;

/** Who was logged in on this device, for whoever has to work without a link. */
export interface Memory {
  recall: () => Promise<{ self: Self; at: number } | null>;
  remember: (self: Self) => void;
  forget: () => Promise<void>;
}

/** Without a link the session is asked for so often. */
const AGAIN = 15_000;

/** Nobody waits longer than this before anything is shown. */
const FIRST = 10_000;

/** Somebody has logged out without a link: the server is told as soon as there is one. */
const LEAVING = 'airbridge-leaving';

/** `loading` until the server has answered once. */
type State = 'loading' | 'out' | 'in' | 'must-change' | 'unreachable';

export class Session {
  state = $state<State>('loading');
  self = $state<Self | null>(null);
  about = $state<About | null>(null);
  /** Since when this is only what the device remembers: the server was not reached. */
  staleSince = $state<number | null>(null);

  /** Whether a row of the table of roles is held. What is not is not shown; the server decides again. */
  may(row: string): boolean {
    return this.self?.may.includes(row) ?? false;
  }

  has(role: string): boolean {
    return this.self?.roles.includes(role) ?? false;
  }

  async begin(): Promise<void> {
    try {
      if (localStorage.getItem(LEAVING)) await this.#leave();
      this.about = await data(GET('/api/v1/about', { signal: AbortSignal.timeout(FIRST) }));
      clock.set(this.about.now);
      if (this.about.logged_in) await this.refresh();
      else this.out();
    } catch {
      await this.#recall();
    }
  }

  async refresh(): Promise<void> {
    const { data: self, response } = await GET('/api/v1/self', { signal: AbortSignal.timeout(FIRST) });
    if (response.ok && self) {
      this.self = self;
      this.staleSince = null;
      this.state = self.must_change_password ? 'must-change' : 'in';
      this.#memory?.remember(self);
    } else if (response.status >= 500 && this.staleSince !== null) {
      throw new Error(`HTTP ${response.status}`);
    } else {
      this.out();
    }
  }

  async logIn(login: string, password: string, code?: string): Promise<void> {
    localStorage.removeItem(LEAVING);
    await data(POST('/api/v1/session', { body: { login, password, code: code || null } }));
    await this.refresh();
  }

  async logOut(): Promise<void> {
    for (const forget of this.#forgetting) await forget();
    localStorage.setItem(LEAVING, 'yes');
    try {
      await this.#leave();
    } catch {
      // Told later.
    } finally {
      this.out();
    }
  }

  /** Where the last session is kept. */
  remembers(memory: Memory): void {
    this.#memory = memory;
    addEventListener('online', () => this.staleSince !== null && void this.begin());
  }

  /** What has to be forgotten when somebody leaves. */
  forgets(forget: () => void | Promise<void>): void {
    this.#forgetting.push(forget);
  }

  out(): void {
    this.self = null;
    this.staleSince = null;
    this.state = 'out';
    void this.#memory?.forget();
  }

  #forgetting: (() => void | Promise<void>)[] = [];
  #memory: Memory | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;

  async #leave(): Promise<void> {
    const { response } = await DELETE('/api/v1/session');
    if (response.status < 500) localStorage.removeItem(LEAVING);
  }

  /** Goes on with what the device remembers, and asks again when there may be a link. */
  async #recall(): Promise<void> {
    const known = localStorage.getItem(LEAVING) ? null : await this.#memory?.recall().catch(() => null);
    if (known) {
      this.self = known.self;
      this.staleSince = known.at;
      this.state = 'in';
    } else if (this.state !== 'in') {
      this.state = 'unreachable';
    }
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.begin(), AGAIN);
  }
}

export const session = new Session();
loggedOut.addEventListener('out', () => session.out());
