/** Which of the reports may go next: in order, and nothing that follows on one that was refused. */
import type { Entry } from './store';

/** Goes through reports in order. `next` gives what may go; `holds` says of one that it did not go through. */
export class Line {
  #held = new Set<string>();
  #entries: Entry[];
  #at = 0;

  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries].sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  }

  next(): Entry | null {
    while (this.#at < this.#entries.length) {
      const entry = this.#entries[this.#at++];
      if (!entry) break;
      if (entry.state === 'refused' || this.#follows(entry)) this.holds(entry);
      else return entry;
    }
    return null;
  }

  holds(entry: Entry): void {
    if (entry.subject) this.#held.add(entry.subject);
  }

  #follows(entry: Entry): boolean {
    return [entry.subject, ...(entry.needs ?? [])].some((subject) => subject !== undefined && this.#held.has(subject));
  }
}

/** Those that wait for somebody to look at a refused one before them, by number. */
export function held(entries: readonly Entry[]): Set<number> {
  const line = new Line(entries);
  const free = new Set<number | undefined>();
  for (let entry = line.next(); entry; entry = line.next()) free.add(entry.number);
  const waiting = entries.filter((entry) => entry.state === 'waiting' && !free.has(entry.number));
  return new Set(waiting.map((entry) => entry.number ?? 0));
}
