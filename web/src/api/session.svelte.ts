/** Who is logged in, and what the server says of itself. */
import { DELETE, GET, POST, data, loggedOut, type Shape } from './client';
import { clock } from '~/units/clock.svelte';

export type Self = Shape<'SelfView'>;
export type About = Shape<'AboutView'>;

/** `loading` until the server has answered once. */
type State = 'loading' | 'out' | 'in' | 'must-change' | 'unreachable';

export class Session {
  state = $state<State>('loading');
  self = $state<Self | null>(null);
  about = $state<About | null>(null);

  /** Whether a row of the table of roles is held. What is not is not shown; the server decides again. */
  may(row: string): boolean {
    return this.self?.may.includes(row) ?? false;
  }

  has(role: string): boolean {
    return this.self?.roles.includes(role) ?? false;
  }

  async begin(): Promise<void> {
    try {
      this.about = await data(GET('/api/v1/about'));
      clock.set(this.about.now);
    } catch {
      this.state = 'unreachable';
      return;
    }
    if (this.about.logged_in) await this.refresh();
    else this.out();
  }

  async refresh(): Promise<void> {
    const { data: self, response } = await GET('/api/v1/self');
    if (response.ok && self) {
      this.self = self;
      this.state = self.must_change_password ? 'must-change' : 'in';
    } else {
      this.self = null;
      this.state = 'out';
    }
  }

  async logIn(login: string, password: string, code?: string): Promise<void> {
    await data(POST('/api/v1/session', { body: { login, password, code: code || null } }));
    await this.refresh();
  }

  async logOut(): Promise<void> {
    for (const forget of this.#forgetting) await forget();
    try {
      await DELETE('/api/v1/session');
    } finally {
      this.out();
    }
  }

  /** What has to be forgotten when somebody leaves. */
  forgets(forget: () => void | Promise<void>): void {
    this.#forgetting.push(forget);
  }

  out(): void {
    this.self = null;
    this.state = 'out';
  }

  #forgetting: (() => void | Promise<void>)[] = [];
}

export const session = new Session();
loggedOut.addEventListener('out', () => session.out());
