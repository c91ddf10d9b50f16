/** The pages, by address. Each is loaded when it is gone to. */
import type { Component } from 'svelte';

type Loaded = { default: Component<Record<string, string>> };

/** Params of the pattern are the page's properties. */
export const PAGES: Record<string, () => Promise<unknown>> = {
  '/': () => import('./start/Start.svelte'),
  '/o/:op/requests': () => import('./requests/Requests.svelte'),
  '/o/:op/requests/new': () => import('./requests/NewRequest.svelte'),
  '/requests/:id': () => import('./requests/Request.svelte'),
  '/needs': () => import('./offers/Needs.svelte'),
  '/o/:op/offers': () => import('./offers/Offers.svelte'),
  '/offers/:id': () => import('./offers/Offer.svelte'),
  '/o/:op/clearances': () => import('./clearances/Clearances.svelte'),
  '/o/:op/plans': () => import('./plans/Plans.svelte'),
  '/plans/:id': () => import('./plans/Plan.svelte'),
  '/plans/:id/compare/:other': () => import('./plans/Compare.svelte'),
  '/jobs/:id': () => import('./plans/Job.svelte'),
  '/o/:op/watch': () => import('./watch/Watch.svelte'),
  '/missions/:id': () => import('./watch/Mission.svelte'),
  '/outbox': () => import('./watch/Outbox.svelte'),
  '/people': () => import('./people/People.svelte'),
  '/people/:id': () => import('./people/Account.svelte'),
  '/organisations/:id': () => import('./people/Organisation.svelte'),
  '/audit': () => import('./audit/Audit.svelte'),
  '/figures': () => import('./figures/Figures.svelte'),
  '/me': () => import('./session/Me.svelte'),
};

export async function load(pattern: string): Promise<Loaded['default']> {
  const page = PAGES[pattern];
  if (!page) throw new Error(`there is no page ${pattern}`);
  return ((await page()) as Loaded).default;
}
