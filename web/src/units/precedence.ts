/** Which class a precedence code belongs to, after docs/codes.md. The scheme stays with the code. */

export type Grade = 'urgent' | 'priority' | 'routine' | 'unknown';

const CLASSES: Record<string, Record<string, Grade>> = {
  'UK-STANAG3204': { P1: 'urgent', P2: 'priority', P3: 'routine' },
  'US-TRANSCOM': { URGENT: 'urgent', PRIORITY: 'priority', ROUTINE: 'routine' },
  'US-ARMY-MEDEVAC': { I: 'urgent', IA: 'urgent', II: 'priority', III: 'routine', IV: 'routine' },
  WAITLIST: { CRITICAL: 'urgent', URGENT: 'priority', ELECTIVE: 'routine' },
};

export function precedenceClass(scheme: string | undefined, code: string | undefined): Grade {
  return CLASSES[(scheme ?? '').toUpperCase()]?.[(code ?? '').toUpperCase()] ?? 'unknown';
}

const ORDER: Record<Grade, number> = { urgent: 0, priority: 1, routine: 2, unknown: 3 };

/** The most pressing first. */
export function gradeOrder(grade: Grade): number {
  return ORDER[grade];
}
