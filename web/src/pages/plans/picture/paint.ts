/** Draws the timeline. Everything is drawn anew each time, but only what is in sight: a canvas bears thousands of bars at the pace of the screen. */
import { scaleUtc } from 'd3-scale';
import { day } from '~/units/time';
import { words } from '~/words/words.svelte';
import { daysOf } from './days';
import type { Difference, OldLeg } from './diff';
import type { Bar, Lane } from './lanes';
import { OLD_STRIP, rowsIn, type Row } from './rows';
import type { View } from './view.svelte';

/** Height of the axis: local days above, UTC below. */
export const AXIS = 52;

/** Days narrower than this are not shaded. */
const NARROW = 14;

export interface Colours {
  sheet: string;
  sunken: string;
  ink: string;
  soft: string;
  line: string;
  strong: string;
  accent: string;
  accentInk: string;
  accentSoft: string;
  good: string;
  warn: string;
  bad: string;
}

/** As the page is now; black on white for paper. */
export function colours(paper = false): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  if (paper) {
    return { sheet: '#fff', sunken: '#f2f2f2', ink: '#000', soft: '#333', line: '#bbb', strong: '#666', accent: '#333', accentInk: '#fff', accentSoft: '#ddd', good: '#000', warn: '#000', bad: '#000' };
  }
  return {
    sheet: token('sheet'), sunken: token('sunken'), ink: token('ink'), soft: token('ink-soft'), line: token('line'), strong: token('line-strong'),
    accent: token('accent'), accentInk: token('accent-ink'), accentSoft: token('accent-soft'), good: token('good'), warn: token('warn'), bad: token('bad'),
  };
}

export interface Drag {
  mission: string;
  /** Later by, in milliseconds. */
  by: number;
  /** The lane that it would be given to. */
  lane: string;
  isAllowed: boolean;
}

export interface Scene {
  view: View;
  width: number;
  height: number;
  /** Width of the labels. */
  labels: number;
  scroll: number;
  rows: readonly Row[];
  zone: string;
  now: number;
  colour: Colours;
  marked: ReadonlySet<string>;
  markedMissions: ReadonlySet<string>;
  markedPatients: ReadonlySet<string>;
  chosenMission: string | null;
  difference: Difference | null;
  oldByAircraft: ReadonlyMap<string, readonly OldLeg[]>;
  drag: Drag | null;
  /** Where a patient would be dropped. */
  dropMission: string | null;
  says: { rest: string; headings: Record<string, string> };
}

const FONT = "'Noto Sans', 'Noto Sans Arabic', sans-serif";
const widths = new Map<string, number>();

function measured(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    widths.set(key, (width = context.measureText(text).width));
  }
  return width;
}

export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, colour, labels, view } = scene;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.direction = 'ltr';
  context.fillStyle = colour.sheet;
  context.fillRect(0, 0, width, height);
  context.save();
  context.beginPath();
  context.rect(labels, AXIS, width - labels, height - AXIS);
  context.clip();
  context.translate(labels, AXIS - scene.scroll);
  ground(context, scene);
  for (const row of rowsIn(scene.rows, scene.scroll, height - AXIS)) lane(context, scene, row);
  const now = view.x(scene.now);
  if (now >= 0 && now <= view.width) {
    context.fillStyle = colour.bad;
    context.fillRect(now - 1, scene.scroll, 2, height);
  }
  context.restore();
  labelled(context, scene);
  axis(context, scene);
}

/** Bands of the zone's days, lines between lanes. */
function ground(context: CanvasRenderingContext2D, { view, zone, rows, scroll, height, colour }: Scene): void {
  if (view.x(view.from + 86_400_000) > NARROW) {
    context.fillStyle = colour.sunken;
    for (const { from, to, isOdd } of daysOf(view.from, view.to, zone)) {
      if (isOdd) context.fillRect(view.x(from), scroll, view.x(to) - view.x(from), height);
    }
  }
  context.fillStyle = colour.line;
  for (const row of rowsIn(rows, scroll, height)) context.fillRect(0, row.top + row.height - 1, view.width, 1);
}

function lane(context: CanvasRenderingContext2D, scene: Scene, row: Row): void {
  const own = row.lane;
  if (!own) return;
  const { view, drag } = scene;
  if (own.kind === 'staging') levels(context, scene, row, own);
  if (own.kind === 'hospital') arrivals(context, scene, row, own);
  const isSmall = own.kind === 'crew';
  const top = row.top + (isSmall ? 8 : 12);
  const size = isSmall ? 22 : 30;
  for (const mission of own.missions) {
    if (mission.to < view.from || mission.from > view.to) continue;
    const isDropped = scene.dropMission === mission.id;
    if (mission.id !== scene.chosenMission && !isDropped) continue;
    context.fillStyle = scene.colour.accentSoft;
    context.fillRect(view.x(mission.from) - 4, row.top + 3, view.x(mission.to) - view.x(mission.from) + 8, row.height - 7);
    if (isDropped) outline(context, scene.colour.accent, 2, view.x(mission.from) - 4, row.top + 3, view.x(mission.to) - view.x(mission.from) + 8, row.height - 7);
  }
  for (const bar of own.bars) {
    if (bar.to < view.from || bar.from > view.to) continue;
    context.globalAlpha = drag?.mission === bar.mission ? 0.35 : 1;
    draw(context, scene, bar, top, size, 0);
  }
  context.globalAlpha = 1;
  if (scene.difference && own.kind === 'aircraft') old(context, scene, own.id, row);
  if (drag && own.key === drag.lane) ghost(context, scene, row);
}

/** One thing that happens. Flights are full where patients are aboard and hollow where none are; the ground is thinner. */
function draw(context: CanvasRenderingContext2D, scene: Scene, bar: Bar, top: number, size: number, by: number): void {
  const { view, colour } = scene;
  const x = view.x(bar.from + by);
  const wide = Math.max(1.5, view.x(bar.to + by) - x);
  const middle = top + size / 2;
  if (bar.kind === 'ground' || bar.kind === 'rest') {
    context.fillStyle = colour.strong;
    if (bar.kind === 'rest') {
      for (let dash = x; dash < x + wide; dash += 8) context.fillRect(dash, middle - 1, Math.min(4, x + wide - dash), 2);
      if (wide > 60) written(context, scene.says.rest, x + wide / 2, middle - 9, wide, colour.soft, 11);
    } else {
      context.fillRect(x, middle - 1, wide, 2);
    }
    return;
  }
  if (bar.kind === 'loading' || bar.kind === 'unloading') {
    context.fillStyle = colour.accentSoft;
    context.fillRect(x, middle - 7, wide, 14);
    outline(context, colour.accent, 1, x, middle - 7, wide, 14);
    if (wide > 14) {
      // An arrow into the cabin, or out of it.
      const up = bar.kind === 'loading' ? -1 : 1;
      context.fillStyle = colour.accent;
      context.beginPath();
      context.moveTo(x + wide / 2, middle + 4 * up);
      context.lineTo(x + wide / 2 - 4, middle - 3 * up);
      context.lineTo(x + wide / 2 + 4, middle - 3 * up);
      context.fill();
    }
    return;
  }
  const isMarked = scene.marked.has(bar.id);
  context.fillStyle = bar.patients > 0 ? colour.accent : colour.sheet;
  context.fillRect(x, top, wide, size);
  outline(context, colour.accent, 1.5, x, top, wide, size);
  if (isMarked) outline(context, colour.ink, 3, x, top, wide, size);
  const ink = bar.patients > 0 ? colour.accentInk : colour.ink;
  const full = bar.patients > 0 ? `${bar.text} · ${bar.patients}` : bar.text;
  // In the middle of what is in sight of it.
  const [left, right] = [Math.max(x, 0), Math.min(x + wide, view.width)];
  const [centre, room] = [(left + right) / 2, right - left];
  if (room > 24 && !written(context, full, centre, middle, room - 6, ink, 12)) written(context, bar.patients > 0 ? `${bar.patients}` : '', centre, middle, room - 4, ink, 12);
  changed(context, scene, bar, x, top, size);
}

/** What is new in the plan, or at another time, has a sign at its corner. */
function changed(context: CanvasRenderingContext2D, { difference, colour }: Scene, bar: Bar, x: number, top: number, size: number): void {
  const isNew = difference?.added.has(bar.id);
  if (!isNew && !difference?.shifted.has(bar.id)) return;
  context.fillStyle = isNew ? colour.good : colour.warn;
  context.fillRect(x, top - 5, 3, size + 5);
  context.beginPath();
  context.arc(x + 5, top - 4, 6, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = colour.sheet;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x + 2, top - 4);
  context.lineTo(x + 8, top - 4);
  if (isNew) {
    context.moveTo(x + 5, top - 7);
    context.lineTo(x + 5, top - 1);
  }
  context.stroke();
}

/** The plan before, pale below. What is gone is dashed and crossed. */
function old(context: CanvasRenderingContext2D, { view, oldByAircraft, colour }: Scene, aircraft: string, row: Row): void {
  const top = row.top + row.height - OLD_STRIP + 1;
  for (const leg of oldByAircraft.get(aircraft) ?? []) {
    if (leg.to < view.from || leg.from > view.to) continue;
    const x = view.x(leg.from);
    const wide = Math.max(2, view.x(leg.to) - x);
    context.fillStyle = colour.line;
    context.fillRect(x, top, wide, 9);
    if (!leg.isGone) continue;
    context.setLineDash([3, 2]);
    outline(context, colour.bad, 1.5, x, top, wide, 9);
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(x, top + 9);
    context.lineTo(x + Math.min(wide, 14), top);
    context.strokeStyle = colour.bad;
    context.stroke();
  }
}

function ghost(context: CanvasRenderingContext2D, scene: Scene, row: Row): void {
  const { drag, colour, view } = scene;
  if (!drag) return;
  const bars = scene.rows.flatMap(({ lane: own }) => (own?.kind === 'aircraft' ? own.bars.filter((bar) => bar.mission === drag.mission) : []));
  const first = bars[0];
  const last = bars.at(-1);
  if (!first || !last) return;
  const x = view.x(first.from + drag.by);
  const wide = view.x(last.to + drag.by) - x;
  context.setLineDash([5, 3]);
  outline(context, drag.isAllowed ? colour.ink : colour.bad, 2, x - 4, row.top + 4, wide + 8, row.height - 9);
  context.setLineDash([]);
  context.globalAlpha = drag.isAllowed ? 0.85 : 0.4;
  for (const bar of bars) draw(context, { ...scene, difference: null }, bar, row.top + 12, 30, drag.by);
  context.globalAlpha = 1;
}

/** How many wait, as steps; over what there is, filled. */
function levels(context: CanvasRenderingContext2D, { view, colour }: Scene, row: Row, own: Lane): void {
  const most = Math.max(own.places ?? 0, ...own.levels.map(({ count }) => count), 1);
  const bottom = row.top + row.height - 4;
  const high = row.height - 14;
  own.levels.forEach(({ at, count }, n) => {
    const until = own.levels[n + 1]?.at ?? at;
    if (count === 0 || until < view.from || at > view.to) return;
    const isOver = own.places !== null && count > own.places;
    const [x, wide, tall] = [view.x(at), Math.max(1, view.x(until) - view.x(at)), (count / most) * high];
    context.fillStyle = isOver ? colour.bad : colour.accentSoft;
    context.fillRect(x, bottom - tall, wide, tall);
    context.fillStyle = isOver ? colour.bad : colour.accent;
    context.fillRect(x, bottom - tall, wide, 2);
    // Within where it is high enough, else above.
    const [left, right] = [Math.max(x, 0), Math.min(x + wide, view.width)];
    if (right - left > 18) written(context, `${count}`, (left + right) / 2, tall > 18 && !isOver ? bottom - tall + 10 : Math.max(row.top + 8, bottom - tall - 7), right - left, colour.ink, 11);
  });
  if (own.places === null) return;
  context.fillStyle = colour.strong;
  const limit = bottom - (own.places / most) * high;
  for (let x = 0; x < view.width; x += 10) context.fillRect(x, limit, 6, 1);
}

/** A stroke for each who arrives; those within a few pixels are told as a number. */
function arrivals(context: CanvasRenderingContext2D, { view, colour, markedPatients }: Scene, row: Row, own: Lane): void {
  const middle = row.top + row.height / 2;
  let at = 0;
  while (at < own.arrivals.length) {
    const first = own.arrivals[at];
    if (!first) return;
    const x = view.x(first.at);
    let until = at;
    let isMarked = false;
    for (let one = own.arrivals[until]; one && view.x(one.at) - x < 14; one = own.arrivals[until]) {
      isMarked ||= markedPatients.has(one.patient);
      until++;
    }
    if (x > -20 && x < view.width + 20) {
      context.fillStyle = isMarked ? colour.ink : colour.accent;
      context.beginPath();
      context.arc(x, middle, isMarked ? 10 : 8, 0, 2 * Math.PI);
      context.fill();
      written(context, `${until - at}`, x, middle + 0.5, 18, isMarked ? colour.sheet : colour.accentInk, 11);
    }
    at = until;
  }
}

function labelled(context: CanvasRenderingContext2D, scene: Scene): void {
  const { labels, height, colour, scroll } = scene;
  context.save();
  context.beginPath();
  context.rect(0, AXIS, scene.width, height - AXIS);
  context.clip();
  context.translate(0, AXIS - scroll);
  context.fillStyle = colour.sheet;
  context.fillRect(0, scroll, labels, height);
  for (const row of rowsIn(scene.rows, scroll, height - AXIS)) {
    if (row.heading) {
      context.fillStyle = colour.sunken;
      context.fillRect(0, row.top, scene.width, row.height - 1);
      write(context, scene.says.headings[row.heading] ?? '', 8, row.top + row.height / 2, scene.width - 16, colour.ink, 12, 600);
    } else if (row.lane) {
      if (scene.drag?.lane === row.lane.key) {
        context.fillStyle = colour.accentSoft;
        context.fillRect(0, row.top, labels, row.height - 1);
      }
      const middle = row.top + row.height / 2;
      write(context, row.lane.title, 8, middle - 8, labels - 12, colour.ink, 12, 600);
      write(context, row.lane.says, 8, middle + 8, labels - 12, colour.soft, 11, 400);
      context.fillStyle = colour.line;
      context.fillRect(0, row.top + row.height - 1, labels, 1);
    }
  }
  context.restore();
  context.fillStyle = colour.strong;
  context.fillRect(labels - 1, 0, 1, height);
}

/** The zone's days above, hours in UTC below. */
function axis(context: CanvasRenderingContext2D, { view, labels, width, zone, colour, now }: Scene): void {
  context.fillStyle = colour.sheet;
  context.fillRect(0, 0, width, AXIS);
  write(context, zone, 8, 14, labels - 12, colour.soft, 11, 400);
  write(context, 'UTC', 8, 38, labels - 12, colour.ink, 12, 600);
  context.save();
  context.beginPath();
  context.rect(labels, 0, width - labels, AXIS);
  context.clip();
  context.translate(labels, 0);
  const days = daysOf(view.from, view.to, zone);
  const each = view.x(view.from + 86_400_000);
  // So many days share a name where there is no room for every one.
  const step = Math.max(1, Math.ceil(76 / Math.max(each, 0.01)));
  context.fillStyle = colour.sunken;
  for (const { from, to, isOdd } of days) if (isOdd && each > NARROW) context.fillRect(view.x(from), 0, view.x(to) - view.x(from), 27);
  for (const { from, to } of days) {
    if (Math.round(from / 86_400_000) % step !== 0) continue;
    const start = view.x(from);
    const x = Math.max(start, 0);
    context.fillStyle = colour.line;
    context.fillRect(start, 0, 1, 27);
    write(context, day((from + to) / 2, zone), x + 5, 14, start + each * step - x - 8, colour.ink, 12, 400);
  }
  const scale = scaleUtc([new Date(view.from), new Date(view.to)], [0, view.width]);
  const ticks = scale.ticks(Math.max(2, Math.floor(view.width / 80)));
  const format = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
  const dated = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  for (const tick of ticks) {
    const x = view.x(tick.getTime());
    context.fillStyle = colour.strong;
    context.fillRect(x, AXIS - 6, 1, 6);
    write(context, tick.getTime() % 86_400_000 === 0 ? dated.format(tick) : format.format(tick), x + 3, 38, 76, colour.ink, 12, 400);
  }
  const x = view.x(now);
  if (x >= 0 && x <= view.width) {
    context.fillStyle = colour.bad;
    context.beginPath();
    context.moveTo(x - 6, AXIS - 8);
    context.lineTo(x + 6, AXIS - 8);
    context.lineTo(x, AXIS);
    context.fill();
  }
  context.restore();
  context.fillStyle = colour.strong;
  context.fillRect(0, 27, width, 1);
  context.fillRect(0, AXIS - 1, width, 1);
}

function outline(context: CanvasRenderingContext2D, stroke: string, thick: number, x: number, y: number, width: number, height: number): void {
  context.strokeStyle = stroke;
  context.lineWidth = thick;
  context.strokeRect(x, y, width, height);
}

/** In the middle, if there is room. */
function written(context: CanvasRenderingContext2D, text: string, x: number, y: number, room: number, ink: string, size: number): boolean {
  context.font = `600 ${size}px ${FONT}`;
  const width = measured(context, text);
  if (width > room) return false;
  context.fillStyle = ink;
  context.fillText(text, x - width / 2, y);
  return true;
}

/** From the start, cut where there is no room for all. */
function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, room: number, ink: string, size: number, weight: number): void {
  context.font = `${weight} ${size}px ${FONT}`;
  context.fillStyle = ink;
  if (measured(context, text) <= room) {
    context.fillText(text, x, y);
    return;
  }
  let shown = text;
  while (shown.length > 1 && measured(context, `${shown}…`) > room) shown = shown.slice(0, -1);
  if (shown.length > 1) context.fillText(`${shown}…`, x, y);
}
