/** What was reported and not yet sent, on this machine. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

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
  /** When it happened, by the server's clock. */
  happenedAt: string;
  /** What it is, as a message of the words, with its arguments. */
  label: { key: string; args: Record<string, string | number> };
  /** `refused`: the server does not take it; somebody has to look. */
  state: 'waiting' | 'refused';
  /** What the server said. */
  why?: { kind: string; detail: string };
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
  });
  return opened;
}

export async function all(): Promise<Entry[]> {
  return (await db()).getAll('entries');
}

export async function add(entry: Entry): Promise<number> {
  return (await db()).add('entries', entry);
}

export async function put(entry: Entry): Promise<void> {
  await (await db()).put('entries', entry);
}

export async function remove(number: number): Promise<void> {
  await (await db()).delete('entries', number);
}

/** Keeps something to be read without a link, such as the own missions. */
export async function keep(key: string, value: unknown, at: number): Promise<void> {
  await (await db()).put('kept', { at, value }, key);
}

export async function kept(key: string): Promise<{ at: number; value: unknown } | undefined> {
  return (await db()).get('kept', key);
}

/** Forgets all that is kept. What was not yet sent stays: it is somebody's report. */
export async function forget(): Promise<void> {
  await (await db()).clear('kept');
}
