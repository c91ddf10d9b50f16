/** Where one can go, and which row of the table of roles opens it. */
import type { Component } from 'svelte';
import BedDouble from '@lucide/svelte/icons/bed-double';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import HandHeart from '@lucide/svelte/icons/hand-heart';
import House from '@lucide/svelte/icons/house';
import PlaneTakeoff from '@lucide/svelte/icons/plane-takeoff';
import Radar from '@lucide/svelte/icons/radar';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Stamp from '@lucide/svelte/icons/stamp';
import Users from '@lucide/svelte/icons/users';
import type { Session } from '~/api/session.svelte';

export interface Goal {
  /** Names its word, `nav-<key>`. */
  key: string;
  href: (operation: string) => string;
  icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>;
  opens: (session: Session) => boolean;
}

const of = (page: string) => (operation: string) => `/o/${encodeURIComponent(operation)}/${page}`;
const may = (...rows: string[]) => (session: Session) => rows.some((row) => session.may(row));

export const GOALS: Goal[] = [
  { key: 'start', href: () => '/', icon: House, opens: () => true },
  { key: 'requests', href: of('requests'), icon: ClipboardList, opens: may('request.search') },
  { key: 'needs', href: () => '/needs', icon: HandHeart, opens: (session) => session.has('receiving-hospital') },
  { key: 'offers', href: of('offers'), icon: BedDouble, opens: may('offer.search') },
  { key: 'clearances', href: of('clearances'), icon: Stamp, opens: may('clearance.read') },
  { key: 'plans', href: of('plans'), icon: PlaneTakeoff, opens: may('plan.search') },
  { key: 'watch', href: of('watch'), icon: Radar, opens: may('mission.search') },
  { key: 'people', href: () => '/people', icon: Users, opens: may('account.search') },
  { key: 'audit', href: () => '/audit', icon: ScrollText, opens: may('audit.read', 'audit.verify') },
  { key: 'figures', href: () => '/figures', icon: ChartNoAxesColumn, opens: may('aggregate.read') },
];
