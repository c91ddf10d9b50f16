/** Which plans and jobs of an operation are of now. */
import type { Shape } from '~/api/client';

type Plan = Shape<'PlanView'>;
type Job = Shape<'JobView'>;

/** The newest first. */
export function proposals(plans: readonly Plan[]): Plan[] {
  return plans.filter((plan) => plan.state === 'proposed').sort((one, other) => (one.proposed_at > other.proposed_at ? -1 : 1));
}

/** The plan that runs, if there is one. */
export function running(plans: readonly Plan[]): Plan[] {
  return plans.filter((plan) => plan.state === 'adopted').slice(-1);
}

/** Jobs of an operation that are not done yet, the newest first. */
export function working(jobs: readonly Job[], operation: string): Job[] {
  return jobs
    .filter((job) => job.operation === operation && (job.state === 'queued' || job.state === 'running'))
    .sort((one, other) => (one.at > other.at ? -1 : 1));
}
