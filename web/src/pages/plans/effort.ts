/** How long the planner searches: plain choices, with the units of work that stand behind them. */

export const EFFORTS = ['quick', 'thorough', 'long'] as const;
export type Effort = (typeof EFFORTS)[number];

/** Units of work of the solver; the same work and seed give the same plan. */
export const WORK: Record<Effort, number> = { quick: 20_000, thorough: 200_000, long: 2_000_000 };

/** The server does no more in one job. */
export const MOST = 50_000_000;

/** A seed that nobody chose. */
export function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
}
