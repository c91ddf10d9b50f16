/** The way that running jobs have come, kept from what the live stream tells, as long as the page is open. */
import { live } from '~/api/live.svelte';
import { session } from '~/api/session.svelte';
import { progressOf, withHeard, type Point, type Progress } from './progress';

const trails = $state<Record<string, Point[]>>({});
const latest = $state<Record<string, Progress>>({});

function hear(job: string, said: unknown): void {
  const progress = progressOf(said);
  if (progress.since === null && progress.work === null) return;
  latest[job] = progress;
  const before = trails[job] ?? [];
  const after = withHeard(before, progress);
  if (after.length !== before.length) trails[job] = after;
}

live.onJob(({ job, progress }) => hear(job, progress));
session.forgets(() => {
  for (const job of Object.keys(trails)) delete trails[job];
  for (const job of Object.keys(latest)) delete latest[job];
});

/** The points of a job's first tier over work, with what its view says now. */
export function trailOf(job: string, said: unknown): Point[] {
  return withHeard(trails[job] ?? [], progressOf(said));
}

/** The newest progress: what was heard, else what its view says. */
export function progressNow(job: string, said: unknown): Progress {
  const viewed = progressOf(said);
  const heard = latest[job];
  return heard && (heard.work ?? 0) > (viewed.work ?? 0) ? heard : viewed;
}
