/** Something that a person tries to do, perhaps several times on a bad line: the same thing is sent under the same key, so that it is done once. */
import { newKey } from '~/api/client';

export class Attempt {
  busy = $state(false);
  why = $state.raw<unknown>(null);
  #sent = '';
  #key = '';

  /** `what` is all that makes the attempt what it is; another is sent under another key. Says whether it was done. */
  async run(what: unknown, act: (key: string) => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    const sent = JSON.stringify(what);
    if (sent !== this.#sent || !this.#key) {
      this.#sent = sent;
      this.#key = newKey();
    }
    this.busy = true;
    this.why = null;
    try {
      await act(this.#key);
      this.#key = '';
      return true;
    } catch (why) {
      this.why = why;
      return false;
    } finally {
      this.busy = false;
    }
  }

  clear(): void {
    this.why = null;
  }
}
