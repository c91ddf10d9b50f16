/** Missions as the interface tells them. */
import type { Shape } from '~/api/client';

export type MissionView = Shape<'MissionView'>;
export type Patient = NonNullable<MissionView['manifest']>[number];
