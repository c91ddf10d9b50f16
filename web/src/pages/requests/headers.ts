/** What is said of a step beside its body: the key under which it is done once, the version that was read, when it happened, and which fact it says again. */
import { tag } from '~/api/client';

/** A fact that is replaced or confirmed, by its version. */
export interface Again {
  version: number;
  how: 'supersedes' | 'confirms';
}

export function headers(key: string, version: number, happenedAt: string, fact: Again | null) {
  return {
    'Idempotency-Key': key,
    'If-Match': tag(version),
    ...(happenedAt ? { 'X-Happened-At': happenedAt } : {}),
    ...(fact ? { [fact.how === 'supersedes' ? 'X-Supersedes' : 'X-Confirms']: String(fact.version) } : {}),
  };
}
