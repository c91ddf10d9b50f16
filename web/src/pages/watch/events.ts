/** Events of an operation that are reported in a few words: which there are, for whom, and what each asks. Columns as in docs/events-format.md. */

export type Kind = 'aircraft-out' | 'crew-out' | 'airfield-closed' | 'beds-withdrawn' | 'not-boarded' | 'airspace-closed' | 'state-closed';

export type FieldName = 'aircraft' | 'crew' | 'airfield' | 'offer' | 'left' | 'mission' | 'patient' | 'area' | 'state' | 'until' | 'from' | 'to' | 'closure';

interface Shape {
  needed: FieldName[];
  more: FieldName[];
  who: (has: (role: string) => boolean) => boolean;
}

/** The centre takes reports by telephone, on anything. */
const CENTRE = ['regulating-officer', 'flight-surgeon', 'airlift-planner', 'duty-officer'];
const byCentre = (has: (role: string) => boolean) => CENTRE.some(has);
const orBy = (...roles: string[]) => (has: (role: string) => boolean) => byCentre(has) || roles.some(has);

export const KINDS: Record<Kind, Shape> = {
  'aircraft-out': { needed: ['aircraft'], more: ['until'], who: orBy('operator') },
  'beds-withdrawn': { needed: ['offer', 'left'], more: [], who: orBy('receiving-hospital') },
  'airfield-closed': { needed: ['airfield'], more: ['from', 'to', 'closure'], who: byCentre },
  'crew-out': { needed: ['crew'], more: ['until'], who: byCentre },
  'not-boarded': { needed: ['mission', 'patient'], more: [], who: orBy('crew', 'operator') },
  'airspace-closed': { needed: ['area'], more: ['from', 'to', 'closure'], who: byCentre },
  'state-closed': { needed: ['state'], more: ['from', 'to'], who: byCentre },
};

export function kinds(has: (role: string) => boolean): Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].who(has));
}

export type Said = Partial<Record<FieldName | 'note' | 'source', string>>;

const TIMES = new Set<FieldName>(['until', 'from', 'to']);

/** What is missing or cannot be read, by field. */
export function faults(kind: Kind, said: Said): FieldName[] {
  const { needed, more } = KINDS[kind];
  const missing = needed.filter((field) => !said[field]?.trim());
  const wrong: FieldName[] = [];
  if (said.left && !/^\d{1,6}$/.test(said.left.trim())) wrong.push('left');
  if (said.state && !/^[A-Za-z]{2}$/.test(said.state.trim())) wrong.push('state');
  if (said.area && !isArea(said.area)) wrong.push('area');
  for (const field of more) if (TIMES.has(field) && said[field] && Number.isNaN(Date.parse(said[field]))) wrong.push(field);
  if (said.from && said.to && Date.parse(said.from) >= Date.parse(said.to)) wrong.push('to');
  const own = [...needed, ...more];
  return own.filter((field) => missing.includes(field) || wrong.includes(field));
}

/** At least three corners, `lat lon; lat lon; lat lon`. */
function isArea(text: string): boolean {
  const corners = text.split(';').map((corner) => corner.trim()).filter(Boolean);
  return corners.length >= 3 && corners.every((corner) => {
    const [latitude, longitude, ...rest] = corner.split(/[\s,]+/).map(Number);
    return rest.length === 0 && Math.abs(latitude ?? NaN) <= 90 && Math.abs(longitude ?? NaN) <= 180;
  });
}

/** The event as the interface takes it. */
export function event(kind: Kind, said: Said, at: string): Record<string, unknown> {
  const made: Record<string, unknown> = { at, kind };
  for (const field of [...KINDS[kind].needed, ...KINDS[kind].more, 'source', 'note'] as const) {
    const text = said[field]?.trim();
    if (!text) continue;
    if (field === 'left') made[field] = Number(text);
    else if (field === 'area') made[field] = text.split(';').map((corner) => corner.trim().replace(/[\s,]+/g, ' ')).filter(Boolean);
    else if (field === 'state') made[field] = text.toUpperCase();
    else if (TIMES.has(field as FieldName)) made[field] = new Date(text).toISOString();
    else made[field] = text;
  }
  return made;
}
