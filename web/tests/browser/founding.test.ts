/**
 * The founding case through every hand that it passes: a request from the ward to the plan, the flight, a broken aircraft, the bed, and the audit of it all. Each role
 * has a window of its own, and everything is done as people do it: by what the pages show. The steps build on one another and run in order.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browser, demonstration } from './desk.mjs';
import { choose, everybody, go, nav, press, report, settled, step, sure, words } from './walk.mjs';

let desk: Awaited<ReturnType<typeof demonstration>>;
let chromium: Browser;
let all: ReturnType<typeof everybody>;
let hasFailed = false;

/** What later steps know from earlier ones. */
const known = { request: '', offer: '', mission: '', number: '', crew: '', boarded: [] as string[], aircraft: '' };

beforeAll(async () => {
  desk = await demonstration(['--fresh']);
  chromium = await browser();
  all = everybody(chromium, desk);
});

afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

beforeEach(({ skip }) => {
  if (hasFailed) skip('a step before has failed');
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  hasFailed = true;
  if (process.env.AIRBRIDGE_SCREENS) await all.pictures(process.env.AIRBRIDGE_SCREENS);
});

/** The state that a request's page tells. */
async function stands(page: Page, state: string): Promise<void> {
  await page.locator('section', { hasText: 'Where it stands' }).locator('dd strong').first().getByText(state, { exact: true }).waitFor();
}

async function openRequest(page: Page, id: string): Promise<void> {
  await go(page, `/requests/${encodeURIComponent(id)}`);
}

describe('a patient is moved', () => {
  it('is asked for by a clinician', async () => {
    const { page } = await all.as('referring-clinician');
    await nav(page, 'Requests');
    await page.getByRole('link', { name: 'New request' }).click();
    await page.locator('select option[value="BMC"]').first().waitFor({ state: 'attached' });
    await page.getByLabel(/^Origin/).selectOption('BMC');
    await page.getByLabel('Time zone of the origin').selectOption('Africa/Tripoli');
    await page.getByLabel(/^Ready from/).fill('2017-01-31T08:00');
    await page.getByLabel(/^Precedence/).first().selectOption('P2');
    await page.getByLabel(/^Specialty\*/).selectOption('vascular');
    await page.getByLabel('Age', { exact: true }).fill('63');
    await page.getByLabel('Sex', { exact: true }).selectOption('female');
    const care = { Mobility: 'litter', 'Critical care': 'none', Dependency: '3', Classification: '2B', 'On a ventilator': 'no', Isolation: 'none' };
    for (const [label, value] of Object.entries(care)) await page.getByLabel(label, { exact: true }).selectOption(value);
    await page.getByLabel('Family name').fill('Synthetic');
    await page.getByLabel('Given name').fill('Person');
    await page.getByRole('button', { name: 'Save and submit' }).click();
    await page.getByLabel('The patient consents').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
    await page.waitForURL((url) => /^\/requests\/[^/]+$/.test(url.pathname));
    known.request = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await settled(page);
    await stands(page, 'Submitted');
  });

  it('is endorsed by the authority', async () => {
    const { page } = await all.as('requesting-authority');
    // It is on the first page, without being looked for.
    await page.getByRole('link', { name: known.request }).first().click();
    await settled(page);
    await step(page, 'Endorse', (dialog) => dialog.getByLabel(/Criteria/).fill('needs surgery that the origin does not have'));
    await stands(page, 'Endorsed');
  });

  it('is cleared by the flight surgeon', async () => {
    const { page } = await all.as('flight-surgeon');
    await openRequest(page, known.request);
    await step(page, 'Clear to fly', async (dialog) => {
      await dialog.getByLabel(/^Conditions in flight/).fill('leg raised');
      await dialog.getByRole('button', { name: words('~7~ d') }).click();
    });
    await stands(page, 'Cleared to fly');
  });

  it('finds beds that a hospital offers from a phone', async () => {
    const { page } = await all.as('receiving-hospital', { phone: true });
    await nav(page, 'Needs and arrivals');
    await press(page, 'Offer beds');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Facility/).selectOption('BURDENKO');
    await dialog.getByLabel(/^Specialty/).selectOption('vascular');
    await dialog.getByLabel(/^Beds/).fill('2');
    await dialog.getByLabel(/^First day/).fill('2017-01-31');
    await dialog.getByLabel(/^Last day/).fill('2017-02-07');
    await dialog.getByRole('button', { name: 'Promise these beds' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(words('~2~ of ~2~ beds free')).waitFor();
  });

  it('is given a bed by the regulating officer, and accepted by the hospital on a phone', async () => {
    const { page } = await all.as('regulating-officer');
    await openRequest(page, known.request);
    await step(page, 'Ask for a bed', async (dialog) => {
      const offer = dialog.locator('.offers label').filter({ hasText: words('~2~ of ~2~ beds free') });
      known.offer = (await offer.locator('.id.small.soft').last().innerText()).trim();
      await offer.locator('input').check();
    });
    await stands(page, 'Bed asked for');

    const hospital = await all.as('receiving-hospital', { phone: true });
    await nav(hospital.page, 'Needs and arrivals');
    const need = hospital.page.getByRole('article', { name: words(`Need ~${known.request}~`) });
    await expect.poll(() => need.innerText()).toContain(known.offer);
    expect(await need.innerText()).not.toContain('Synthetic');
    await need.getByRole('button', { name: 'Accept', exact: true }).click();
    await need.getByRole('button', { name: 'Yes, we take this patient' }).click();
    await hospital.page.getByText(words(`You take ~${known.request}~.`)).waitFor();
    // The officer's page is told by itself.
    await stands(page, 'Accepted');
  });
});

describe('a plan is made', () => {
  it('is ordered, watched, and looked at by the planner', async () => {
    const { page } = await all.as('airlift-planner');
    await nav(page, 'Plans');
    await orderPlan(page, 'Order a plan');
    await page.getByRole('link', { name: 'Open the plan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Proposed plan' }).waitFor();
    await settled(page);

    await choose(page.getByRole('group', { name: 'View' }), 'Timeline');
    await page.getByRole('group', { name: 'Timeline of the plan' }).waitFor();
    await page.locator('[data-spot]').first().waitFor({ state: 'attached' });
    await choose(page.getByRole('group', { name: 'View' }), 'Map');
    await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
    await choose(page.getByRole('group', { name: 'View' }), 'Cabin');
    await page.getByRole('button', { name: 'Next leg' }).first().waitFor();

    await choose(page.getByRole('group', { name: 'View' }), 'List');
    await choose(page.getByRole('group', { name: 'List by' }), 'Patients');
    await page.getByPlaceholder('Find a patient, place or mission').fill(known.request);
    await page.getByRole('button', { name: known.request, exact: true }).click();
    known.number = (await page.getByRole('table', { name: 'Patients who are moved' }).getByRole('button', { name: /^M\d+$/ }).first().innerText()).trim();
    known.mission = `benghazi-2017.${known.number}`;
    await press(page, 'Why this way, and what else?');
    await page.getByRole('heading', { name: 'Goes to' }).or(page.getByRole('heading', { name: 'What keeps the arrival from being sooner' })).first().waitFor({ timeout: 60_000 });
  });

  it('is adopted by the duty officer, who puts its patients on the manifest', async () => {
    const { page } = await all.as('duty-officer');
    await nav(page, 'Plans');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Proposed plan' }).waitFor();
    await adopt(page);
    await go(page, `/missions/${known.mission}`);
    await page.getByRole('button', { name: /^Put / }).click();
    await page.getByRole('button', { name: /^Put / }).waitFor({ state: 'detached' });
    await page.locator(`[data-patient="${known.request}"]`).getByText('On the manifest', { exact: true }).first().waitFor();
    const { page: clinician } = await all.as('referring-clinician');
    await stands(clinician, 'On the manifest');
  });

  it('gives the operator missions, who accepts one, names its crew, and is ready', async () => {
    const crew = await all.as('crew', { phone: true });
    await go(crew.page, '/me');
    known.crew = (await crew.page.locator('dt', { hasText: 'Id of the account' }).locator('xpath=following-sibling::dd[1]').innerText()).trim();
    const { page } = await all.as('operator');
    await nav(page, 'Watch');
    await page.getByRole('link', { name: known.number, exact: true }).first().click();
    await settled(page);
    await report(page, 'Accept the mission');
    await page.getByText('Accepted by the operator', { exact: true }).first().waitFor();
    await press(page, 'Name the crews');
    await page.getByRole('dialog').getByLabel(/^Accounts of the crews/).fill(known.crew);
    await sure(page);
    await page.getByText(known.crew).first().waitFor();
    await report(page, 'Ready');
    await page.getByRole('button', { name: 'Boarding begins' }).waitFor();
  });
});

/** Orders a plan with little work, always the same one, and waits for its job's end. */
async function orderPlan(page: Page, name: 'Order a plan' | 'Plan anew'): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Quick').check();
  await dialog.getByText('More', { exact: true }).click();
  await dialog.getByLabel(/^Units of work/).fill('2000');
  await dialog.getByLabel(/^Seed/).fill('1');
  await dialog.getByRole('button', { name, exact: true }).click();
  await page.waitForURL(/\/jobs\//);
  const ready = page.getByText('A plan is ready. The checker has passed it.');
  const failed = page.getByText('It has failed.');
  await ready.or(failed).waitFor({ timeout: 120_000 });
  if (await failed.count()) throw new Error(await page.locator('main').innerText());
}

async function adopt(page: Page): Promise<void> {
  await press(page, 'Adopt');
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt all of it' }).click();
  await page.getByRole('heading', { level: 1, name: 'The plan that runs' }).waitFor({ timeout: 60_000 });
}

describe('a mission is flown', () => {
  it('is reported by its crew on a phone without a link, and sent once and in order', async () => {
    const { page, context } = await all.as('crew', { phone: true });
    await go(page, '/');
    await page.getByRole('link', { name: `Mission ${known.number}` }).click();
    await settled(page);
    await page.getByRole('button', { name: 'Boarding begins' }).waitFor();
    await workerControls(page);
    const rows = page.locator('[data-patient]');
    const ids = await rows.evaluateAll((list) => list.map((row) => row.getAttribute('data-patient') ?? ''));
    known.boarded = [known.request, ...ids.filter((id) => id !== known.request).slice(0, 1)];

    await context.setOffline(true);
    await page.getByLabel('Name', { exact: true }).check();
    await page.getByLabel('Wristband number').check();
    await report(page, 'Boarding begins');
    for (const id of known.boarded) {
      const row = page.locator(`[data-patient="${id}"]`);
      await row.getByRole('button', { name: /^Collected/ }).click();
      await row.getByRole('button', { name: /^On board/ }).click();
      await row.getByText('On board', { exact: true }).first().waitFor();
    }
    await report(page, 'Airborne');
    await report(page, 'Landed');
    await page.getByText('Landed', { exact: true }).first().waitFor();

    // Nothing is lost when the page is loaded again without a link.
    await page.reload();
    await page.getByText('reported here, not sent yet').first().waitFor();
    await page.getByText('Landed', { exact: true }).first().waitFor();
    const steps = 3 + 2 * known.boarded.length;
    await page.goto('/outbox');
    await expect.poll(() => page.locator('ol[role=list] li').count()).toBe(steps);

    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.split('/').slice(-2).join(' '));
    });
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Everything that was reported here has been sent.').waitFor({ timeout: 60_000 });
    // A report that follows at once is not sent again either.
    await page.waitForTimeout(1000);
    expect(sent).toEqual([
      `${known.mission} board`,
      ...known.boarded.flatMap((id) => [`${id} collect`, `${id} enplane`]),
      `${known.mission} depart`,
      `${known.mission} land`,
    ]);
    // The others are told.
    const { page: clinician } = await all.as('referring-clinician');
    await stands(clinician, 'On board');
  });
});

describe('an aircraft breaks', () => {
  it('is reported on the watch in two taps', async () => {
    const { page } = await all.as('duty-officer');
    await nav(page, 'Watch');
    const tells = page.getByRole('row').getByRole('button', { name: words('Report an event of ~') });
    const aircraft = (await tells.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))).map((label) => label.replace(/[\u2066-\u2069]/g, '').split(' ').at(-1) ?? '');
    const own = await page.getByRole('row').filter({ has: page.getByRole('link', { name: known.number, exact: true }) }).innerText();
    known.aircraft = aircraft.find((one) => !own.includes(one)) ?? '';
    const tell = page.getByRole('button', { name: words(`Report an event of ~${known.aircraft}~`) }).first();
    await tell.click();
    await page.getByRole('dialog').getByText('Aircraft out').first().waitFor();
    await sure(page);
    await allSent(page);
  });

  it('is planned anew, and who is told what is shown', async () => {
    const { page } = await all.as('airlift-planner');
    await nav(page, 'Plans');
    await orderPlan(page, 'Plan anew');
    await page.getByRole('link', { name: 'Open the plan', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Proposed plan' }).waitFor();
    await choose(page.getByRole('group', { name: 'View' }), 'Who is told');
    await page.getByRole('heading', { name: 'What changes, and who is told' }).waitFor();
    await page.getByText(/Something changes for/).waitFor();
    await choose(page.getByRole('group', { name: 'Order' }), 'By who is told');
    await page.locator('summary', { hasText: 'patient' }).first().click();
    await page.getByRole('heading', { name: 'Old and new' }).waitFor();
    await page.getByRole('group', { name: 'Timeline of the plan' }).waitFor();
    await page.getByRole('link', { name: 'Compare with the plan before' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two plans side by side' }).waitFor();
    await page.getByRole('heading', { name: 'Who goes otherwise' }).waitFor();
    await page.getByRole('group', { name: 'Timeline of the plan' }).waitFor();
  });

  it('is adopted, and the watch shows it', async () => {
    const { page } = await all.as('duty-officer');
    await nav(page, 'Plans');
    await page.getByRole('row').filter({ hasText: 'Proposed' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Proposed plan' }).waitFor();
    await adopt(page);
    await nav(page, 'Watch');
    const rows = page.getByRole('row').filter({ hasText: known.aircraft });
    await rows.filter({ hasText: 'Cancelled' }).first().waitFor();
    expect(await rows.filter({ hasNotText: 'Cancelled' }).count()).toBe(0);
  });
});

describe('the patient arrives', () => {
  it('delivers a patient, for whom the hospital signs', async () => {
    const { page } = await all.as('crew');
    await go(page, `/missions/${known.mission}`);
    const row = page.locator(`[data-patient="${known.request}"]`);
    await page.getByLabel('Name', { exact: true }).check();
    await page.getByLabel('Wristband number').check();
    await row.getByRole('button', { name: /^Off the aircraft/ }).click();
    await row.getByRole('button', { name: /^Delivered/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Facility/).fill('BURDENKO');
    await sure(page);
    await row.getByText('Delivered', { exact: true }).first().waitFor();
    await allSent(page);

    const { page: hospital } = await all.as('receiving-hospital');
    await go(hospital, '/needs');
    const arrived = hospital.getByRole('article', { name: words(`Need ~${known.request}~`) });
    await arrived.getByRole('button', { name: 'Sign the handover' }).click();
    await arrived.getByLabel(/^Who signs/).fill('nurse in charge');
    await arrived.getByLabel(/^Condition on arrival/).fill('stable');
    await arrived.getByLabel(/^Documents and belongings/).fill('transfer papers');
    await arrived.getByRole('button', { name: 'Sign', exact: true }).click();
    await hospital.getByText(words(`Signed for ~${known.request}~.`)).waitFor();
  });

  it('ends with the departure confirmed and the request closed', async () => {
    const { page: clinician } = await all.as('referring-clinician');
    await stands(clinician, 'Handed over');
    await step(clinician, 'Confirm the departure');
    const history = clinician.locator('section').filter({ has: clinician.getByRole('heading', { name: 'History', exact: true }) });
    await history.getByRole('button', { name: /^Show all/ }).click();
    // From submitted to signed for, each with who and when.
    for (const fact of ['Submitted', 'Endorsed', 'Cleared to fly', 'Bed asked for', 'Accepted', 'Planned', 'Put on the manifest', 'Collected', 'Taken on board', 'Delivered', 'Handed over', 'Departure confirmed']) {
      await history.getByText(fact, { exact: true }).first().waitFor();
    }
    const { page: officer } = await all.as('regulating-officer');
    await openRequest(officer, known.request);
    await step(officer, 'Close the request');
    await stands(officer, 'Closed');
    await stands(clinician, 'Closed');
  });
});

describe('what was done is looked at', () => {
  it('is found by the auditor, whose chains hold', async () => {
    const { page } = await all.as('auditor');
    await nav(page, 'Audit');
    await press(page, 'Verify the chains');
    await page.getByText('Both chains hold.').waitFor({ timeout: 60_000 });
    const whole = page.getByRole('button', { name: 'Load all' });
    if (await whole.count()) await whole.click();
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
    const trail = page.getByRole('table', { name: 'Trail' });
    await page.getByLabel('About').fill(known.request);
    const acts: [string, string][] = [
      ['referring-clinician', 'request.submit'],
      ['requesting-authority', 'request.endorse'],
      ['flight-surgeon', 'request.clear'],
      ['regulating-officer', 'request.offer'],
      ['receiving-hospital', 'offer.accept'],
      ['crew', 'request.enplane'],
      ['receiving-hospital', 'request.hand-over'],
      ['referring-clinician', 'request.confirm-departure'],
      ['regulating-officer', 'request.close'],
    ];
    for (const [who, act] of acts) {
      await page.getByLabel('Act', { exact: true }).selectOption(act);
      await trail.getByRole('row').filter({ hasText: act }).filter({ hasText: who }).first().waitFor();
    }
    await press(page, 'Clear');
    for (const [who, act] of [['airlift-planner', 'plan.propose'], ['duty-officer', 'plan.adopt'], ['operator', 'mission.ready']] as const) {
      await page.getByLabel('Who').fill(who);
      await page.getByLabel('Act', { exact: true }).selectOption(act);
      await trail.getByRole('row').filter({ hasText: act }).filter({ hasText: who }).first().waitFor();
    }
  });

  it('lets the administrator see people and no patient', async () => {
    const { page } = await all.as('administrator');
    await nav(page, 'People');
    await page.getByText('referring-clinician').first().waitFor();
    const goals = await page.locator('#nav').getByRole('link').allInnerTexts();
    expect(goals.map((goal) => goal.trim())).not.toContain('Requests');
    // Nor by the address of one.
    await page.goto(`/requests/${known.request}`);
    await page.getByText(/There is no such thing, or it is not for you|This is not for your role|Nothing here/).first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('vascular');
  });

  it('gives the information officer what may be told, and no patient', async () => {
    const { page } = await all.as('information-officer');
    await nav(page, 'Figures');
    await page.getByRole('heading', { name: 'Patients who have arrived' }).waitFor();
    // The patient who arrived today is too few and too soon to be told of, to anybody.
    await page.getByText(/Nothing may be told yet of|There is no figure to be told yet|As of/).first().waitFor();
    for (const of of [known.request, 'vascular', 'BMC', 'RA-SYN']) expect(await page.locator('main').innerText()).not.toContain(of);
    const goals = (await page.locator('#nav').getByRole('link').allInnerTexts()).map((goal) => goal.trim());
    for (const closed of ['Requests', 'Plans', 'Watch', 'Offers', 'Audit', 'People']) expect(goals).not.toContain(closed);
    await page.goto(`/requests/${known.request}`);
    await page.getByText(/There is no such thing, or it is not for you|This is not for your role|Nothing here/).first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('vascular');
  });

  it('and nothing went wrong in any window', () => {
    expect(all.faults()).toEqual([]);
  });
});

/** Whatever was reported here has been taken. */
async function allSent(page: Page): Promise<void> {
  const waits = page.locator('a.link[href="/outbox"]');
  await expect.poll(() => waits.count()).toBe(0).catch(async () => {
    await waits.click();
    await settled(page);
    throw new Error(await page.locator('main').innerText());
  });
}

/** The page works without a link once its worker has taken it over. */
async function workerControls(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
  await expect.poll(() => page.evaluate(() => caches.keys().then((keys) => keys.length))).toBeGreaterThan(0);
}
