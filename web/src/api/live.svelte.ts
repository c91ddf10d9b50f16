/** What changes, as the server tells it: which thing, and no contents. Whoever shows the thing reads it again. */
import { clock } from '~/units/clock.svelte';

/** Something has changed. */
export interface Change {
  /** Such as `request/P-0007`. */
  stream: string;
  version: number;
  /** Such as `request-endorsed`. */
  kind: string;
}

/** A job has come on. */
export interface JobChange {
  job: string;
  operation: string;
  kind: string;
  state: string;
  progress: unknown;
}

type Heard = (change: Change) => void;

/** Silent for longer than this, the server is asked whether it is there: what it says in between, browsers do not hand on. */
const LOST = 15_000;
/** No answer within this: the line hangs, though nobody has cut it. */
const HANGS = 8_000;
/** So often the link is looked at. */
const LOOK = 5_000;

class Live {
  state = $state<'off' | 'connecting' | 'open' | 'lost'>('off');
  /** When something was last heard, by the server's clock; what is shown is as old as this where the link is lost. */
  heardAt = $state<number | null>(null);

  #source: EventSource | null = null;
  #changes = new Set<Heard>();
  #jobs = new Set<(change: JobChange) => void>();
  #back = new Set<() => void>();
  #again: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #look: ReturnType<typeof setInterval> | undefined;
  #isAsking = false;
  /** When the stream was opened, or tried to be. */
  #begunAt = 0;

  /** Hears of every change, until the answer is called. */
  onChange(heard: Heard): () => void {
    this.#changes.add(heard);
    return () => this.#changes.delete(heard);
  }

  onJob(heard: (change: JobChange) => void): () => void {
    this.#jobs.add(heard);
    return () => this.#jobs.delete(heard);
  }

  /** Told when the link is there again after it was lost: something may have been missed. */
  onBack(heard: () => void): () => void {
    this.#back.add(heard);
    return () => this.#back.delete(heard);
  }

  open(): void {
    this.close();
    this.state = 'connecting';
    this.#begunAt = Date.now();
    this.#look = setInterval(() => void this.#isThere(), LOOK);
    const source = new EventSource('/api/v1/stream');
    this.#source = source;
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('changed', (event) => {
      this.#heard();
      const change = JSON.parse(event.data) as Change;
      for (const heard of this.#changes) heard(change);
    });
    source.addEventListener('job', (event) => {
      this.#heard();
      const change = JSON.parse(event.data) as JobChange;
      for (const heard of this.#jobs) heard(change);
    });
    source.addEventListener('error', () => this.#broke());
  }

  close(): void {
    clearTimeout(this.#again);
    clearInterval(this.#look);
    this.#source?.close();
    this.#source = null;
    this.state = 'off';
  }

  #opened(): void {
    const wasLost = this.state === 'lost';
    this.#tries = 0;
    this.state = 'open';
    this.#heard();
    if (wasLost) for (const back of this.#back) back();
  }

  #heard(): void {
    this.heardAt = clock.instant().getTime();
  }

  /** A line that hangs breaks nothing: the stream would count as open for minutes, and what is shown as current. */
  async #isThere(): Promise<void> {
    if (this.#isAsking || (this.heardAt ?? 0) > clock.instant().getTime() - LOST) return;
    if (this.state === 'lost' || this.state === 'connecting') {
      if (this.#source?.readyState === EventSource.CONNECTING && Date.now() - this.#begunAt > LOST) this.#anew();
      return;
    }
    this.#isAsking = true;
    try {
      await fetch('/api/v1/about', { cache: 'no-store', signal: AbortSignal.timeout(HANGS) });
      this.#heard();
    } catch {
      this.#anew();
    } finally {
      this.#isAsking = false;
    }
  }

  #anew(): void {
    if (this.state === 'off') return;
    this.open();
    this.state = 'lost';
  }

  /** The browser gives up after an answer that is no stream: then we try again, more slowly each time. */
  #broke(): void {
    if (this.state !== 'off') this.state = 'lost';
    if (this.#source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.#again);
    const wait = Math.min(30_000, 1000 * 2 ** this.#tries++);
    this.#again = setTimeout(() => {
      if (this.state === 'lost') this.#anew();
    }, wait);
  }
}

export const live = new Live();

/** Whether what is shown may be older than the link allows. */
export function isStale(): boolean {
  return live.state === 'lost' && live.heardAt !== null && clock.now - live.heardAt > LOST;
}
