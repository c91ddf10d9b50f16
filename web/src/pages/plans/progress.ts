/** How far a job is, and what came of it, as the server says it. */
import { stated, type Stated } from './measures';

/** A plan found on the way, which the checker has passed. */
export interface Found extends Stated {
  work: number;
  after: number;
  missions: number;
}

export interface Progress {
  since: string | null;
  /** Work done so far. */
  work: number | null;
  first: Found | null;
  best: Found | null;
}

const NONE: Progress = { since: null, work: null, first: null, best: null };

export function progressOf(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return NONE;
  const said = value as { since?: string; search?: { work?: number } | null; first?: unknown; best?: unknown };
  return { since: said.since ?? null, work: said.search?.work ?? null, first: found(said.first), best: found(said.best) };
}

function found(value: unknown): Found | null {
  const of = stated(value);
  if (!of) return null;
  const { work = 0, after_seconds = 0, missions = 0 } = value as { work?: number; after_seconds?: number; missions?: number };
  return { ...of, work, after: after_seconds, missions };
}

/** A point of the way that the first tier has come. */
export interface Point {
  work: number;
  weight: number;
}

/** The points with what was just heard, by work, each once. */
export function withHeard(points: readonly Point[], { first, best }: Progress): Point[] {
  const all = new Map(points.map((point) => [point.work, point.weight]));
  for (const found of [first, best]) if (found) all.set(found.work, found.measures.on_time_weight);
  return [...all].map(([work, weight]) => ({ work, weight })).sort((a, b) => a.work - b.work);
}

/** A row of the record that could not be read, and was not planned for. */
export interface Unplanned {
  table: string;
  id: string;
  column?: string | null;
  what?: string;
  remedy?: string;
}

/** What came of a planning job. */
export interface Planned {
  plan: string | null;
  measures: Stated | null;
  /** Of a job that was stopped: whether the best plan was kept. */
  kept: boolean | null;
  what: string | null;
  unplanned: Unplanned[];
}

export function plannedOf(value: unknown): Planned {
  const said = (typeof value === 'object' && value !== null ? value : {}) as {
    plan?: string | null;
    measures?: unknown;
    kept?: boolean;
    what?: string;
    not_planned_for?: Unplanned[];
  };
  return {
    plan: said.plan ?? null,
    measures: stated(said.measures),
    kept: said.kept ?? null,
    what: said.what ?? null,
    unplanned: said.not_planned_for ?? [],
  };
}

/** Something that is wrong, with its rule where it is one. */
export interface Finding {
  severity?: string;
  code?: string;
  rule?: number | null;
  place?: { plan?: string; file?: string; row?: number | null; column?: string | null; key?: string };
  what?: string;
  remedy?: string;
}

export interface Failed {
  error: string;
  findings: Finding[];
}

export function failedOf(value: unknown): Failed {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Partial<Failed>;
  return { error: said.error ?? '', findings: said.findings ?? [] };
}

export const isOver = (state: string): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

/** Kinds of jobs that make plans; the others are questions. */
export const plans = (kind: string): boolean => kind === 'plan' || kind === 'replan';
