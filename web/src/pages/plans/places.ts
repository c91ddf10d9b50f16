/** Airfields, facilities and aircraft by id, with their names and zones. */
import { getContext, setContext } from 'svelte';
import type { Shape } from '~/api/client';

export type Network = Shape<'NetworkView'>;

export class Places {
  readonly airfields: Map<string, Network['airfields'][number]>;
  readonly facilities: Map<string, Network['facilities'][number]>;
  readonly aircraft: Map<string, Network['aircraft'][number]>;

  constructor(network: Network | null | undefined) {
    this.airfields = new Map(network?.airfields.map((one) => [one.id, one]));
    this.facilities = new Map(network?.facilities.map((one) => [one.id, one]));
    this.aircraft = new Map(network?.aircraft.map((one) => [one.id, one]));
  }

  /** The zone of an airfield or a facility; `undefined` where it is not known. */
  zone(id: string | null | undefined): string | undefined {
    if (!id) return undefined;
    return this.airfields.get(id)?.zone ?? this.facilities.get(id)?.zone;
  }

  /** The name of a facility or an airfield, else its id. */
  name(id: string | null | undefined): string {
    if (!id) return '';
    return this.facilities.get(id)?.name ?? this.airfields.get(id)?.name ?? id;
  }
}

type ZoneOfOffer = (offer: string) => string | undefined;

const ZONES = Symbol('zones of offers');

/** For all that is shown within: in which zone the beds of an offer are. */
export function giveZones(of: ZoneOfOffer): void {
  setContext(ZONES, of);
}

/** In which zone the beds of an offer are; nothing is known outside of a plan. */
export function zonesOfOffers(): ZoneOfOffer {
  return getContext<ZoneOfOffer | undefined>(ZONES) ?? (() => undefined);
}
