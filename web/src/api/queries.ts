/** What the pages read, each under one key, so that it is asked once and refreshed when it changes. */
import { QueryClient } from '@tanstack/svelte-query';
import { GET, data, every } from './client';
import { live } from './live.svelte';
import { Problem } from './problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Changes are told by the live stream; what is old is only what was missed.
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, why) => why instanceof Problem && why.passes && count < 3,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const told = (key: unknown[]) => (items: unknown[]) => queryClient.setQueryData([...key, 'so-far'], items.length);

/** All requests of an operation that one may see. Kept whole, since boards and plans look at all. */
export const requests = (operation: string) => ({
  queryKey: ['requests', operation],
  queryFn: () =>
    every(
      (at) => data(GET('/api/v1/requests', { params: { query: { operation, ...at } } })),
      told(['requests', operation]),
    ),
});

export const request = (id: string) => ({
  queryKey: ['request', id],
  queryFn: () => data(GET('/api/v1/requests/{id}', { params: { path: { id } } })),
});

export const history = (id: string) => ({
  queryKey: ['request', id, 'history'],
  queryFn: () => data(GET('/api/v1/requests/{id}/history', { params: { path: { id } } })),
});

export const identity = (id: string) => ({
  queryKey: ['request', id, 'identity'],
  queryFn: () => data(GET('/api/v1/requests/{id}/identity', { params: { path: { id } } })),
});

export const offers = (operation: string) => ({
  queryKey: ['offers', operation],
  queryFn: async () => {
    const all = await every((at) => data(GET('/api/v1/offers', { params: { query: at } })));
    return all.filter((offer) => offer.operation === operation);
  },
});

export const needs = () => ({
  queryKey: ['needs'],
  queryFn: () => every((at) => data(GET('/api/v1/needs', { params: { query: at } }))),
});

export const clearances = (operation: string) => ({
  queryKey: ['clearances', operation],
  queryFn: async () => {
    const all = await every((at) => data(GET('/api/v1/clearances', { params: { query: at } })));
    return all.filter((clearance) => clearance.operation === operation);
  },
});

export const missions = (operation: string) => ({
  queryKey: ['missions', operation],
  queryFn: () => every((at) => data(GET('/api/v1/missions', { params: { query: { operation, ...at } } }))),
});

export const mission = (id: string) => ({
  queryKey: ['mission', id],
  queryFn: () => data(GET('/api/v1/missions/{id}', { params: { path: { id } } })),
});

export const plans = (operation: string) => ({
  queryKey: ['plans', operation],
  queryFn: async () => {
    const all = await every((at) => data(GET('/api/v1/plans', { params: { query: at } })));
    return all.filter((plan) => plan.operation === operation);
  },
});

export const plan = (id: string) => ({
  queryKey: ['plan', id],
  queryFn: () => data(GET('/api/v1/plans/{id}', { params: { path: { id } } })),
});

export const jobs = () => ({
  queryKey: ['jobs'],
  queryFn: () => every((at) => data(GET('/api/v1/jobs', { params: { query: at } }))),
});

export const job = (id: string) => ({
  queryKey: ['job', id],
  queryFn: () => data(GET('/api/v1/jobs/{id}', { params: { path: { id } } })),
});

export const worklist = () => ({
  queryKey: ['worklist'],
  queryFn: () => every((at) => data(GET('/api/v1/worklist', { params: { query: at } }))),
});

export const operation = (op: string) => ({
  queryKey: ['operation', op],
  queryFn: () => data(GET('/api/v1/operations/{op}', { params: { path: { op } } })),
});

/** Airfields, facilities, aircraft and crews. */
export const network = (op: string) => ({
  queryKey: ['network', op],
  queryFn: () => data(GET('/api/v1/operations/{op}/network', { params: { path: { op } } })),
});

/** Changes that came at once are looked at together. */
const TOGETHER = 150;

/** Keeps what is shown current: things by their own key at once, lists by putting the thing in its place. */
export function follow(): () => void {
  const changed = new Map<string, Set<string>>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    waiting = undefined;
    for (const [of, ids] of changed) refresh(of, ids);
    changed.clear();
    void queryClient.invalidateQueries({ queryKey: ['worklist'] });
  };
  const stops = [
    live.onChange(({ stream }) => {
      const [of, ...id] = stream.split('/');
      if (!of) return;
      if (!changed.has(of)) changed.set(of, new Set());
      changed.get(of)?.add(id.join('/'));
      waiting ??= setTimeout(look, TOGETHER);
    }),
    live.onJob(({ job, state }) => {
      void queryClient.invalidateQueries({ queryKey: ['job', job] });
      void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      if (state === 'done') void queryClient.invalidateQueries({ queryKey: ['plans'] });
    }),
    live.onBack(() => void queryClient.invalidateQueries()),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}

/** A list is read anew only where so much has changed that single questions would take longer. */
const FEW = 20;

function refresh(of: string, ids: Set<string>): void {
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: [of, id] });
  if (of === 'request' && ids.size <= FEW) {
    for (const id of ids) void put(id);
    if (ids.size > 0) void queryClient.invalidateQueries({ queryKey: ['needs'] });
    return;
  }
  void queryClient.invalidateQueries({ queryKey: [`${of}s`] });
  if (of === 'operation') void queryClient.invalidateQueries({ queryKey: ['network'] });
}

/** Reads one request and puts it in the lists that are held. */
async function put(id: string): Promise<void> {
  const lists = queryClient.getQueriesData<Awaited<ReturnType<ReturnType<typeof requests>['queryFn']>>>({
    queryKey: ['requests'],
  });
  const held = lists.filter(([key, list]) => key.length === 2 && list !== undefined);
  if (held.length === 0) return;
  let fresh;
  try {
    fresh = await data(GET('/api/v1/requests/{id}', { params: { path: { id } } }));
  } catch {
    // Not to be seen any more, or not reached: the list says.
    void queryClient.invalidateQueries({ queryKey: ['requests'] });
    return;
  }
  for (const [key, list] of held) {
    if (!list || key[1] !== fresh.operation) continue;
    const at = list.findIndex((request) => request.id === id);
    queryClient.setQueryData(key, at < 0 ? [...list, fresh] : list.with(at, fresh));
  }
}
