/** Who was logged in on this device, so that a crew gets to its missions and reports without a link. */
import type { Memory, Self } from '~/api/session.svelte';
import { clock } from '~/units/clock.svelte';
import { forget, keep, kept } from './store';

const KEY = 'session';

/** As long as a crew may see its patients after a mission; who was not heard of for longer has to log in. */
const LONGEST = 72 * 3_600_000;

/** How far the server's clock was ahead of this machine's goes with it: reports are dated by it. */
interface Known {
  self: Self;
  ahead: number;
}

export const memory: Memory = {
  async recall() {
    const found = await kept(KEY);
    if (!found) return null;
    const { self, ahead } = found.value as Known;
    const now = Date.now() + ahead;
    if (now - found.at > LONGEST) {
      await forget();
      return null;
    }
    clock.set(new Date(now).toISOString());
    return { self, at: found.at };
  },
  remember(self) {
    // Only those who report from where there may be no link.
    if (!self.may.includes('mission.report')) return;
    const now = clock.instant().getTime();
    void keep(KEY, { self, ahead: now - Date.now() } satisfies Known, now);
  },
  forget,
};
