/** One attempt at a change: busy while it runs, with its trouble, and under one key for as long as the same is sent again. */
import { newKey } from '~/api/client';
import { Problem } from '~/api/problem';

export class Attempt {
  busy = $state(false);
  trouble = $state.raw<unknown>(null);
  #key = '';
  #said: string | null = null;

  /** Whether somebody has changed the thing since it was read. */
  get isStale(): boolean {
    return this.trouble instanceof Problem && this.trouble.kind === 'stale';
  }

  /** Does it; `undefined` where it was not done. `said` is everything that makes it this attempt and no other. */
  async run<T>(said: unknown, act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    const text = JSON.stringify(said);
    if (text !== this.#said) this.#key = newKey();
    this.#said = text;
    this.busy = true;
    this.trouble = null;
    try {
      const done = await act(this.#key);
      this.#said = null;
      return done;
    } catch (why) {
      this.trouble = why;
      // What was refused is not sent again as it is: only what may have been lost on the way is.
      if (!(why instanceof Problem && why.passes)) this.#said = null;
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
