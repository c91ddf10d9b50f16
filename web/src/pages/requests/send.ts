/** Changes of requests, sent so that the same attempt is done once however often it is sent. */
import { Problem } from '~/api/problem';
import { loggedOut, newKey, tag } from '~/api/client';

/** Keys by what they were made for: a second try of the same attempt carries the same. */
export class Attempts {
  #last = new Map<string, { said: string; key: string }>();

  key(of: string, body: unknown, version?: number): string {
    const said = JSON.stringify([body, version ?? null]);
    const last = this.#last.get(of);
    if (last?.said === said) return last.key;
    const key = newKey();
    this.#last.set(of, { said, key });
    return key;
  }

  done(of: string): void {
    this.#last.delete(of);
  }
}

export interface Sent {
  method?: 'POST' | 'PATCH' | 'PUT';
  body: unknown;
  key?: string;
  version?: number;
  happenedAt?: string | undefined;
  supersedes?: number | undefined;
  confirms?: number | undefined;
}

/** Sends a change by its path under `/api/v1`; throws a {@link Problem}. Steps are many and alike: their bodies are put together by name. */
export async function send<T>(path: string, { method = 'POST', body, key, version, happenedAt, supersedes, confirms }: Sent): Promise<T> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Airbridge': '1' };
  if (key !== undefined) headers['Idempotency-Key'] = key;
  if (version !== undefined) headers['If-Match'] = tag(version);
  if (happenedAt) headers['X-Happened-At'] = happenedAt;
  if (supersedes !== undefined) headers['X-Supersedes'] = String(supersedes);
  if (confirms !== undefined) headers['X-Confirms'] = String(confirms);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  } catch (why) {
    throw Problem.offline(why);
  }
  const text = await response.text().catch(() => '');
  let answer: unknown = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = null;
  }
  if (response.ok) return answer as T;
  const problem = Problem.of(response.status, answer);
  if (problem.kind === 'anonymous') loggedOut.dispatchEvent(new Event('out'));
  throw problem;
}
