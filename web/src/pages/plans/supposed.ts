/** Events that can be supposed, and what each of them needs: a selection of the kinds of docs/events-format.md. */

export type FieldKind = 'aircraft' | 'crew' | 'mission' | 'airfield' | 'offer' | 'patient' | 'facility' | 'state' | 'left' | 'instant' | 'care' | 'precedence';

export interface EventField {
  /** The member of the event; also names its word, `plans-event-field-<name>`. */
  name: string;
  kind: FieldKind;
  required: boolean;
}

const field = (name: string, kind: FieldKind, required = false): EventField => ({ name, kind, required });

/** Names its word, `plans-event-<kind>`. */
export const EVENTS: Record<string, EventField[]> = {
  'aircraft-out': [field('aircraft', 'aircraft', true), field('until', 'instant')],
  'beds-withdrawn': [field('offer', 'offer', true), field('left', 'left', true)],
  'airfield-closed': [field('airfield', 'airfield', true), field('from', 'instant'), field('to', 'instant')],
  'patient-changed': [field('patient', 'patient', true), field('precedence', 'precedence'), field('critical_care', 'care')],
  'patient-unfit': [field('patient', 'patient', true), field('until', 'instant')],
  'crew-out': [field('crew', 'crew', true), field('until', 'instant')],
  'mission-cancelled': [field('mission', 'mission', true)],
  delayed: [field('mission', 'mission', true), field('until', 'instant', true)],
  declined: [field('patient', 'patient', true), field('facility', 'facility', true)],
  'state-closed': [field('state', 'state', true), field('from', 'instant'), field('to', 'instant')],
};

export type Supposed = { at: string; kind: string } & Record<string, string | number>;

/** The event of what was filled in; times are in UTC. */
export function supposedEvent(kind: string, filled: Record<string, string>, now: Date): Supposed {
  const at = `${now.toISOString().slice(0, 16)}Z`;
  const event: Supposed = { at, kind };
  for (const { name, kind: of } of EVENTS[kind] ?? []) {
    const value = filled[name]?.trim();
    if (!value) continue;
    if (of === 'instant') event[name] = `${value.slice(0, 16)}Z`;
    else if (of === 'left') event[name] = Number(value);
    else if (of === 'precedence') {
      // A new precedence is given whole, and its clock begins now.
      event.precedence_scheme = 'UK-STANAG3204';
      event.precedence_code = value;
      event.clock_start_at = at;
    } else event[name] = of === 'state' ? value.toUpperCase() : value;
  }
  return event;
}
