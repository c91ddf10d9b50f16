/** What is loaded of the audit, and loading more of it. */
import { GET, data } from '~/api/client';
import { before, newest, since, type Entry } from './trail';

const read = async (after: number, limit: number): Promise<Entry[]> =>
  (await data(GET('/api/v1/audit', { params: { query: { after: String(after), limit } } }))).items;

export class Trail {
  /** The newest first, without a gap. */
  entries = $state.raw<Entry[]>([]);
  state = $state<'new' | 'loading' | 'ready'>('new');
  /** All are being loaded, until somebody stops it. */
  isAll = $state(false);
  trouble = $state.raw<unknown>(null);

  /** How many there are, as of the newest that is here. */
  get count(): number {
    return this.entries[0]?.number ?? 0;
  }

  get isWhole(): boolean {
    return this.entries.length === this.count;
  }

  begin(): Promise<void> {
    return this.#load(async () => {
      this.entries = await newest(read);
    });
  }

  newer(): Promise<void> {
    return this.#load(async () => {
      this.entries = [...(await since(read, this.count)), ...this.entries];
    });
  }

  older(): Promise<void> {
    return this.#load(() => this.#back());
  }

  all(): Promise<void> {
    this.isAll = true;
    return this.#load(async () => {
      while (this.isAll && !this.isWhole) await this.#back();
    });
  }

  stop(): void {
    this.isAll = false;
  }

  async #back(): Promise<void> {
    const oldest = this.entries.at(-1);
    if (!oldest) return;
    const found = await before(read, oldest.number);
    if (found.length === 0) throw new Error('the audit has a gap');
    this.entries = [...this.entries, ...found];
  }

  async #load(load: () => Promise<void>): Promise<void> {
    if (this.state === 'loading') return;
    this.state = 'loading';
    this.trouble = null;
    try {
      await load();
    } catch (why) {
      this.trouble = why;
    } finally {
      this.state = 'ready';
      this.isAll = false;
    }
  }
}
