/** Names, countries and zones of facilities, where the role may read what the operation works with. */
import { createQuery } from '@tanstack/svelte-query';
import { network } from '~/api/queries';
import { session } from '~/api/session.svelte';

export interface Facilities {
  name: (id: string | undefined) => string;
  zone: (id: string | undefined) => string | null;
  /** Country by facility; empty where the network may not be read. */
  countries: ReadonlyMap<string, string>;
  horizon: { from: string; to: string } | null;
}

/** Asked within a component. */
export function facilitiesOf(op: () => string | null): { readonly now: Facilities } {
  const query = createQuery(() => ({ ...network(op() ?? ''), enabled: Boolean(op()) && session.may('operation.read') }));
  const byId = $derived(new Map((query.data?.facilities ?? []).map((facility) => [facility.id, facility])));
  const now = $derived<Facilities>({
    name: (id) => byId.get(id ?? '')?.name ?? id ?? '',
    zone: (id) => byId.get(id ?? '')?.zone ?? null,
    countries: new Map([...byId].map(([id, facility]) => [id, facility.state])),
    horizon: query.data?.horizon ?? null,
  });
  return {
    get now() {
      return now;
    },
  };
}
