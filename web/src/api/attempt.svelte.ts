/** One attempt at a change: busy while it runs, with its trouble, and under one key for as long as the very same may be sent again. */
import { newKey } from './client';
import { Problem } from './problem';

export class Attempt {
  busy = $state(false);
  /** Why it was not done; `null` where nothing is known against it. */
  trouble = $state.raw<unknown>(null);
  #key = '';
  #said: string | null = null;
  #version = 0;

  /** Whether somebody has changed the thing since it was read. */
  get isStale(): boolean {
    return this.trouble instanceof Problem && this.trouble.kind === 'stale';
  }

  /** Whether the server has said no, and says so again to the same. */
  get isRefused(): boolean {
    return this.trouble instanceof Problem && !this.trouble.passes;
  }

  /** Does it, and hands on the answer, which may be empty; `null` where it was not done. `said` is everything that makes it this attempt and no other. */
  run<T>(said: unknown, act: (key: string) => Promise<T>): Promise<{ answer: T } | null> {
    return this.runOn(0, said, act);
  }

  /**
   * Does it to a thing of this version, which others may change while it is looked at. Sent again, it goes with the version of the first time, and `said` has none:
   * where the answer alone was lost, what makes the thing newer may be this very act.
   */
  async runOn<T>(version: number, said: unknown, act: (key: string, version: number) => Promise<T>): Promise<{ answer: T } | null> {
    if (this.busy) return null;
    const text = JSON.stringify(said);
    if (text !== this.#said) {
      this.#key = newKey();
      this.#version = version;
    }
    this.#said = text;
    this.busy = true;
    this.trouble = null;
    try {
      const answer = await act(this.#key, this.#version);
      this.#said = null;
      return { answer };
    } catch (why) {
      this.trouble = why;
      // What was refused is not sent again as it is. All else may have been lost on the way, and be it the answer alone.
      if (this.isRefused) this.#said = null;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
