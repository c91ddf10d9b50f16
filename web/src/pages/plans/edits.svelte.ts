/** A plan that somebody changes by hand: what was done can be taken back and done again. */
import type { PlanFile } from './file';

export class Edits {
  #states = $state.raw<PlanFile[]>([]);
  #at = $state(-1);

  /** The plan as it is changed; `null` where nothing is. */
  get file(): PlanFile | null {
    return this.#states[this.#at] ?? null;
  }

  get count(): number {
    return this.#at + 1;
  }

  get canUndo(): boolean {
    return this.#at >= 0;
  }

  get canRedo(): boolean {
    return this.#at + 1 < this.#states.length;
  }

  push(file: PlanFile): void {
    this.#states = [...this.#states.slice(0, this.#at + 1), file];
    this.#at = this.#states.length - 1;
  }

  undo(): void {
    if (this.canUndo) this.#at--;
  }

  redo(): void {
    if (this.canRedo) this.#at++;
  }

  discard(): void {
    this.#states = [];
    this.#at = -1;
  }
}
