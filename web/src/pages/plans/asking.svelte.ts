/** A question to the planner: asked, waited for while its job runs, and answered. A newer question puts an older one aside. */
import { GET, POST, data, newKey, type Shape } from '~/api/client';
import { live } from '~/api/live.svelte';
import { Problem } from '~/api/problem';
import { failedOf, isOver, type Failed } from './progress';

type Question = Omit<Shape<'Questioned'>, 'file' | 'events' | 'seed'> & { file?: unknown; events?: unknown[]; seed?: number };

/** The live stream tells of an end; where it is silent, it is looked at this often. */
const LOOK = 1500;

export class Asking<T> {
  state = $state<'idle' | 'asking' | 'done' | 'failed' | 'cancelled' | 'trouble'>('idle');
  answer = $state.raw<T | null>(null);
  failed = $state.raw<Failed | null>(null);
  trouble = $state.raw<unknown>(null);
  /** The job that answers. */
  job = $state<string | null>(null);

  #turn = 0;
  #stop: (() => void) | null = null;

  async ask(operation: string, question: Question): Promise<void> {
    const turn = ++this.#turn;
    this.#stop?.();
    this.state = 'asking';
    this.failed = null;
    this.trouble = null;
    this.job = null;
    try {
      const { id } = await data(
        POST('/api/v1/operations/{op}/questions', {
          params: { path: { op: operation }, header: { 'Idempotency-Key': newKey() } },
          body: question as Shape<'Questioned'>,
        }),
      );
      if (turn !== this.#turn) return;
      this.job = id;
      await this.#wait(turn, id);
    } catch (why) {
      if (turn !== this.#turn) return;
      this.trouble = why;
      this.state = 'trouble';
    }
  }

  /** Puts the question aside. What was answered before stays. */
  leave(): void {
    this.#turn++;
    this.#stop?.();
    if (this.state === 'asking') this.state = this.answer === null ? 'idle' : 'done';
  }

  async #wait(turn: number, id: string): Promise<void> {
    while (turn === this.#turn) {
      try {
        const job = await data(GET('/api/v1/jobs/{id}', { params: { path: { id } } }));
        if (turn !== this.#turn) return;
        if (isOver(job.state)) {
          if (job.state === 'done') this.answer = job.outcome as T;
          if (job.state === 'failed') this.failed = failedOf(job.outcome);
          this.state = job.state as 'done' | 'failed' | 'cancelled';
          return;
        }
      } catch (why) {
        // A broken line is waited for: the job goes on without us.
        if (!(why instanceof Problem && why.passes)) throw why;
      }
      await this.#told(id);
    }
  }

  /** Until the job has come on, or a while has passed. */
  #told(id: string): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        stop();
        this.#stop = null;
        resolve();
      };
      const timer = setTimeout(end, LOOK);
      const stop = live.onJob((change) => change.job === id && isOver(change.state) && end());
      this.#stop = end;
    });
  }
}
