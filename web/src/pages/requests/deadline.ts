/** By when a patient has to be in a right bed: as the request says, else by its precedence after docs/codes.md. */
import type { Row } from '~/rows/row';

/** Hours from the start of the clock. */
const TARGETS: Record<string, Record<string, number>> = {
  'UK-STANAG3204': { P1: 24, P2: 48, P3: 168 },
  'US-TRANSCOM': { URGENT: 12, PRIORITY: 24, ROUTINE: 72 },
  'US-ARMY-MEDEVAC': { I: 1, IA: 1, II: 4, III: 24, IV: 24 },
  WAITLIST: { CRITICAL: 168, URGENT: 720, ELECTIVE: 2160 },
};

const HOUR = 3_600_000;

/** As an instant; none where it is not told, or cannot be read. */
export function bedBy(row: Row): string | undefined {
  if (row.due_at) return Number.isNaN(Date.parse(row.due_at)) ? undefined : row.due_at;
  const hours = TARGETS[(row.precedence_scheme ?? '').toUpperCase()]?.[(row.precedence_code ?? '').toUpperCase()];
  const start = Date.parse(row.clock_start_at ?? '');
  if (hours === undefined || Number.isNaN(start)) return undefined;
  return new Date(start + hours * HOUR).toISOString();
}
