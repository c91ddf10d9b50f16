/** Facilities and airfields by their names and zones, for those who may read an operation's network; others see ids. */
import type { Shape } from '~/api/client';

type Network = Shape<'NetworkView'>;

export interface Place {
  id: string;
  name: string;
  zone: string;
  isStaging: boolean;
}

export class Places {
  readonly facilities = new Map<string, Place>();
  readonly airfields = new Map<string, Place>();

  constructor(network?: Network | undefined) {
    for (const one of network?.facilities ?? []) this.facilities.set(one.id, { id: one.id, name: `${one.name}, ${one.city}`, zone: one.zone, isStaging: one.is_staging });
    for (const one of network?.airfields ?? []) this.airfields.set(one.id, { id: one.id, name: one.name, zone: one.zone, isStaging: false });
  }

  /** The name of a facility or an airfield, else its id. */
  name(id: string | null | undefined): string {
    return (id && (this.facilities.get(id)?.name ?? this.airfields.get(id)?.name)) || (id ?? '');
  }

  /** The zone of a place: as the network has it, else as it was told on this machine. */
  zone(id: string | null | undefined): string | undefined {
    return id ? (this.facilities.get(id)?.zone ?? this.airfields.get(id)?.zone ?? told()[id]) : undefined;
  }
}

const KEPT = 'airbridge-zones';

function told(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** Keeps the zone of a place for those who may not read the network. A hospital's zone is no patient's. */
export function tellZone(id: string, zone: string): void {
  localStorage.setItem(KEPT, JSON.stringify({ ...told(), [id]: zone }));
}
