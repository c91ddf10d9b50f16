/** What was reported and not yet sent, on this machine. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export type Seen = Record<string, string | number | readonly (string | number)[]>;

/** Something to be sent, in the order of `number`. */
export interface Entry {
  /** Given by the store: the order in which it was reported. */
  number?: number;
  /** Under which the server does it once. */
  key: string;
  /** Whose report it is: nobody else's session sends it. */
  account: string;
  method: 'POST' | 'PATCH' | 'PUT';
  path: string;
  body: unknown;
  /** The thing that it changes, such as `request/P-0007`, and its version when it was reported; where it names a version. */
  subject?: string;
  version?: number;
  /** What was seen of the thing, by path, such as `standing.state`, or what it may be as well: where somebody else was faster, it is said again only while this still holds. */
  seen?: Seen;
  /** Other things on whose reports it follows, such as patients who have to be off before a mission is complete. */
  needs?: string[];
  /** When it happened, by the server's clock. */
  happenedAt: string;
  /** What it is, as a message of the words, with its arguments. */
  label: { key: string; args: Record<string, string | number> };
  /** `refused`: the server does not take it; somebody has to look. */
  state: 'waiting' | 'refused';
  /** What the server said, and in which state the thing is now where somebody else was faster. */
  why?: { kind: string; detail: string; remedy?: string; now?: string };
}

interface Schema extends DBSchema {
  entries: { key: number; value: Entry };
  kept: { key: string; value: { at: number; value: unknown } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function db(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('airbridge', 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'number', autoIncrement: true });
      db.createObjectStore('kept');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

/** A report is on the disk when this has answered, not only on its way there. */
async function writing() {
  return (await db()).transaction('entries', 'readwrite', { durability: 'strict' });
}

export async function all(): Promise<Entry[]> {
  return (await db()).getAll('entries');
}

export async function add(entry: Entry): Promise<number> {
  const tx = await writing();
  const number = await tx.store.add(entry);
  await tx.done;
  return number;
}

export async function put(entry: Entry): Promise<void> {
  const tx = await writing();
  await tx.store.put(entry);
  await tx.done;
}

export async function remove(number: number): Promise<void> {
  const tx = await writing();
  await tx.store.delete(number);
  await tx.done;
}

/** One was taken: it goes, and what follows on it names the version that it has made. In one step, so that nothing is half known after a crash. */
export async function taken(entry: Entry, version: number | undefined): Promise<void> {
  const tx = await writing();
  const number = entry.number ?? 0;
  await tx.store.delete(number);
  if (entry.subject && version !== undefined) {
    for (const later of await tx.store.getAll()) {
      const follows = later.account === entry.account && later.subject === entry.subject && (later.number ?? 0) > number;
      if (follows && (later.version ?? 0) < version) await tx.store.put({ ...later, version });
    }
  }
  await tx.done;
}

/** Keeps something to be read without a link, such as the own missions. */
export async function keep(key: string, value: unknown, at: number): Promise<void> {
  await (await db()).put('kept', { at, value }, key);
}

export async function kept(key: string): Promise<{ at: number; value: unknown } | undefined> {
  return (await db()).get('kept', key);
}

/** Everything that is kept under names that begin like this. */
export async function keptLike(prefix: string): Promise<{ key: string; at: number; value: unknown }[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const tx = (await db()).transaction('kept');
  const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
  return keys.flatMap((key, at) => (values[at] ? [{ key, ...values[at] }] : []));
}

export async function unkeep(key: string): Promise<void> {
  await (await db()).delete('kept', key);
}

/** Forgets all that is kept. What was not yet sent stays: it is somebody's report. */
export async function forget(): Promise<void> {
  await (await db()).clear('kept');
}
