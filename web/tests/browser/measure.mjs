// How fast the desk is with many patients: `npm run measure [-- --patients 10000]`. Prints a table; figures are of this machine, by the browser's own measures:
// frames between two ticks of the screen while a list is scrolled, and the time from a key or a click to the next picture (Event Timing).
import { parseArgs } from 'node:util';
import { browser, demonstration, logIn, open } from './desk.mjs';

const { values } = parseArgs({ options: { patients: { type: 'string', default: '10000' }, interactions: { type: 'string', default: '1000' } } });
const rows = [];

/** Scrolls something for two seconds and counts the pictures. */
async function frames(page, selector) {
  return page.locator(selector).first().evaluate(async (scroller) => {
    const begin = performance.now();
    let count = 0;
    let longest = 0;
    let before = begin;
    scroller.scrollTop = 0;
    while (performance.now() - begin < 2000) {
      scroller.scrollTop += 90;
      if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) scroller.scrollTop = 0;
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      longest = Math.max(longest, now - before);
      before = now;
      count += 1;
    }
    return { perSecond: (count * 1000) / (performance.now() - begin), longest };
  });
}

/** The longest time from an input to the next picture while something is done. */
async function slowest(page, doing) {
  await page.evaluate(() => {
    globalThis.measured = [];
    globalThis.observer?.disconnect();
    globalThis.observer = new PerformanceObserver((list) => globalThis.measured.push(...list.getEntries().map((entry) => entry.duration)));
    globalThis.observer.observe({ type: 'event', durationThreshold: 16 });
  });
  await doing();
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(16, ...globalThis.measured));
}

function told(what, figure, bar) {
  rows.push([what, figure, bar]);
  console.log(`| ${what} | ${figure} | ${bar} |`);
}

async function lists(chromium, patients) {
  const desk = await demonstration(['--patients', patients, '--fresh']);
  const { page, faults, context } = await open(chromium, desk.address);
  await logIn(page, desk.address, 'regulating-officer', desk.password);
  const about = await (await page.request.get('/api/v1/self')).json();
  const op = encodeURIComponent(about.operations[0].id);
  const begin = Date.now();
  await page.goto(`/o/${op}/requests?view=table`);
  await page.locator('tbody tr a').first().waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => document.querySelectorAll('main .loading').length === 0, null, { timeout: 120_000 });
  told(`requests of ${patients} patients: all there`, `${((Date.now() - begin) / 1000).toFixed(1)} s`, '');
  const scroll = await frames(page, '.scroller');
  told(`requests of ${patients} patients: scrolling`, `${scroll.perSecond.toFixed(0)} frames/s, longest ${scroll.longest.toFixed(0)} ms`, '≥ 50 frames/s');
  const drawn = await page.locator('tbody tr').count();
  told(`requests of ${patients} patients: rows in the page`, String(drawn), '');
  const ordering = await slowest(page, async () => {
    for (const heading of await page.locator('thead button').all()) await heading.click();
  });
  told(`requests of ${patients} patients: ordering by each column`, `${ordering.toFixed(0)} ms`, patients === '1000' ? '≤ 100 ms' : '');
  const walking = await slowest(page, async () => {
    await page.locator('tbody tr a').first().focus();
    for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowDown');
  });
  told(`requests of ${patients} patients: from row to row`, `${walking.toFixed(0)} ms`, patients === '1000' ? '≤ 100 ms' : '');
  const search = page.getByRole('searchbox').first();
  if (await search.count()) {
    const searching = await slowest(page, async () => {
      await search.pressSequentially('syn', { delay: 60 });
    });
    told(`requests of ${patients} patients: searching while typing`, `${searching.toFixed(0)} ms`, patients === '1000' ? '≤ 100 ms' : '');
  }
  await page.goto(`/o/${op}/requests?view=board`);
  await page.waitForFunction(() => document.querySelectorAll('main .loading').length === 0, null, { timeout: 120_000 });
  await page.locator('h1').waitFor();
  if (faults.length > 0) console.log(faults.join('\n'));
  await context.close();
  await desk.stop();
}

/** A plan of many patients: that of the demonstration many times over, each time on aircraft of its own. Only the answers are made; the page is the real one. */
async function timeline(chromium, patients) {
  const desk = await demonstration();
  const { page, faults, context } = await open(chromium, desk.address);
  await logIn(page, desk.address, 'airlift-planner', desk.password);
  const get = async (path) => (await page.request.get(path)).json();
  const [{ id }] = (await get('/api/v1/plans')).items;
  const file = await get(`/api/v1/plans/${id}/file`);
  const network = await get('/api/v1/operations/benghazi-2017/network');
  const times = Math.ceil(patients / file.journeys.length);
  const of = (name, time) => `${name}/${time}`;
  const every = (make) => Array.from({ length: times }, (_, time) => make(time)).flat();
  const many = {
    ...file,
    missions: every((time) =>
      file.missions.map((mission) => ({
        ...mission,
        id: of(mission.id, time),
        aircraft: of(mission.aircraft, time),
        stops: mission.stops.map((stop) => ({ ...stop, leaves: stop.leaves.map((who) => of(who, time)), boards: stop.boards.map((who) => of(who, time)) })),
      })),
    ),
    journeys: every((time) =>
      file.journeys.map((journey) => ({
        ...journey,
        patient: of(journey.patient, time),
        steps: journey.steps.map((step) => (step.mission ? { ...step, mission: of(step.mission, time) } : step)),
      })),
    ),
  };
  const aircraft = every((time) => network.aircraft.map((one) => ({ ...one, id: of(one.id, time) })));
  const answers = (path, body) => page.route(path, (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(body) }));
  await answers(`**/api/v1/plans/${id}/file`, many);
  await answers('**/api/v1/operations/*/network', { ...network, aircraft });
  const begin = Date.now();
  await page.goto(`/plans/${id}?view=timeline`);
  await page.locator('[data-spot]').first().waitFor({ timeout: 120_000 });
  const what = `timeline of ${many.journeys.length} patients, ${many.missions.length} missions`;
  told(`${what}: there`, `${((Date.now() - begin) / 1000).toFixed(1)} s`, '');
  const scroller = await page.locator('[data-spot]').first().evaluate((spot) => {
    let box = spot.parentElement;
    while (box && !(box.scrollHeight > box.clientHeight + 10 && /auto|scroll/.test(getComputedStyle(box).overflowY))) box = box.parentElement;
    box?.setAttribute('data-measured', '');
    return Boolean(box);
  });
  if (scroller) {
    const { perSecond, longest } = await frames(page, '[data-measured]');
    told(`${what}: scrolling`, `${perSecond.toFixed(0)} frames/s, longest ${longest.toFixed(0)} ms`, '≥ 50 frames/s');
  }
  const zooming = await slowest(page, async () => {
    for (const name of ['Zoom in', 'Zoom in', 'Later', 'Earlier', 'Zoom out']) await page.getByRole('button', { name, exact: true }).click();
  });
  told(`${what}: zooming and moving`, `${zooming.toFixed(0)} ms`, '');
  const walking = await slowest(page, async () => {
    await page.locator('[data-spot]').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  });
  told(`${what}: from leg to leg, choosing one`, `${walking.toFixed(0)} ms`, patients <= 1000 ? '≤ 100 ms' : '');
  if (faults.length > 0) console.log(faults.join('\n'));
  await context.close();
  await desk.stop();
}

console.log('| what | figure | bar |\n| --- | --- | --- |');
const chromium = await browser();
await lists(chromium, values.patients);
if (values.interactions !== values.patients) await lists(chromium, values.interactions);
await timeline(chromium, Number(values.patients));
if (values.interactions !== values.patients) await timeline(chromium, Number(values.interactions));
await chromium.close();
