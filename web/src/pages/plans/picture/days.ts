/** Days of a zone on an axis of UTC. */

export interface Day {
  from: number;
  to: number;
  /** Whether it is one of every second, to be shaded. */
  isOdd: boolean;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const DAY = 86_400_000;

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offset(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(at / 1000) * 1000;
}

/** When a local midnight is; where clocks leave it out or repeat it, the first instant of that day. */
function midnight(local: number, zone: string): number {
  const guess = local - offset(local, zone);
  return local - offset(guess, zone);
}

/** The zone's days from one instant to another, the first and the last whole. */
export function daysOf(from: number, to: number, zone: string): Day[] {
  const days: Day[] = [];
  for (let local = Math.floor((from + offset(from, zone)) / DAY) * DAY; ; local += DAY) {
    const begins = midnight(local, zone);
    if (begins >= to) return days;
    days.push({ from: begins, to: midnight(local + DAY, zone), isOdd: (local / DAY) % 2 === 1 });
  }
}
