// The same is sent under the same key, until it is known what became of it.
import { describe, expect, it } from 'vitest';
import { Attempt } from './attempt.svelte';
import { Problem } from './problem';

const refused = (kind: string, status: number) => Problem.of(status, { type: `/problems/${kind}`, title: kind });

/** The keys under which an attempt was sent, each time with another end. */
async function keys(attempt: Attempt, ...times: [said: unknown, why?: unknown][]): Promise<string[]> {
  const sent: string[] = [];
  for (const [said, why] of times) {
    await attempt.run(said, async (key) => {
      sent.push(key);
      if (why) throw why;
    });
  }
  return sent;
}

describe('an attempt', () => {
  it('tells done from not done, whatever the answer', async () => {
    const attempt = new Attempt();
    expect(await attempt.run('a', async () => 7)).toEqual({ answer: 7 });
    expect(await attempt.run('a', async () => undefined)).toEqual({ answer: undefined });
    expect(await attempt.run('a', () => Promise.reject(new Error('no')))).toBeNull();
  });

  it('is busy while it runs, and is not begun twice', async () => {
    const attempt = new Attempt();
    let end = () => {};
    const first = attempt.run('a', () => new Promise<void>((resolve) => (end = resolve)));
    expect(attempt.busy).toBe(true);
    expect(await attempt.run('a', async () => 'twice')).toBeNull();
    end();
    expect(await first).not.toBeNull();
    expect(attempt.busy).toBe(false);
  });

  it('keeps its trouble until it is tried again', async () => {
    const attempt = new Attempt();
    const stale = refused('stale', 412);
    await attempt.run('a', () => Promise.reject(stale));
    expect(attempt.trouble).toBe(stale);
    expect([attempt.isStale, attempt.isRefused, attempt.busy]).toEqual([true, true, false]);
    await attempt.run('a', () => Promise.reject(Problem.offline(null)));
    expect([attempt.isStale, attempt.isRefused]).toEqual([false, false]);
    await attempt.run('a', async () => undefined);
    expect(attempt.trouble).toBeNull();
  });
});

describe('its key', () => {
  it('stays while the same may have been lost on the way', async () => {
    const [one, two, three, four] = await keys(new Attempt(), ['a', Problem.offline(null)], ['a', refused('internal', 500)], ['a', new SyntaxError('half an answer')], ['a']);
    expect([two, three, four]).toEqual([one, one, one]);
  });

  it('ends when it is done', async () => {
    const [one, two] = await keys(new Attempt(), ['a'], ['a']);
    expect(two).not.toBe(one);
  });

  it('ends when the server refuses', async () => {
    const [one, two] = await keys(new Attempt(), ['a', refused('invalid', 422)], ['a']);
    expect(two).not.toBe(one);
  });

  it('is another where anything is said differently, the version among it', async () => {
    const lost = Problem.offline(null);
    const sent = await keys(new Attempt(), [[{ beds: '6' }, 1], lost], [[{ beds: '5' }, 1], lost], [[{ beds: '5' }, 2], lost]);
    expect(new Set(sent).size).toBe(3);
  });
});

describe('the version of what others may change meanwhile', () => {
  /** Key and version with which an attempt was sent, each time with another end. */
  async function sent(attempt: Attempt, ...times: [version: number, said: unknown, why?: unknown][]): Promise<[key: string, version: number][]> {
    const all: [string, number][] = [];
    for (const [version, said, why] of times) {
      await attempt.runOn(version, said, async (...as) => {
        all.push(as);
        if (why) throw why;
      });
    }
    return all;
  }

  it('is that of the first time while the answer may have been lost', async () => {
    const [first, again] = await sent(new Attempt(), [1, 'accept', Problem.offline(null)], [2, 'accept']);
    expect(first?.[1]).toBe(1);
    expect(again).toEqual(first);
  });

  it('is the newest when the server has refused, and when something else is said', async () => {
    const [first, refusal, other] = await sent(new Attempt(), [1, 'accept', refused('stale', 412)], [2, 'accept', Problem.offline(null)], [3, 'decline']);
    expect([first?.[1], refusal?.[1], other?.[1]]).toEqual([1, 2, 3]);
    expect(new Set([first?.[0], refusal?.[0], other?.[0]]).size).toBe(3);
  });

  it('is the newest when it was done', async () => {
    const [first, next] = await sent(new Attempt(), [1, 'accept'], [2, 'accept']);
    expect(next?.[1]).toBe(2);
    expect(next?.[0]).not.toBe(first?.[0]);
  });
});
