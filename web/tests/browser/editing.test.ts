/** What people type is not lost: by two who edit the same, by a reload, by a lost line. And the desk in another direction, and without a mouse. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browser, demonstration, open } from './desk.mjs';
import { everybody, go, nav, settled, words } from './walk.mjs';

let desk: Awaited<ReturnType<typeof demonstration>>;
let chromium: Browser;
let all: ReturnType<typeof everybody>;
/** That the line is cut, or that somebody was faster, the browser tells as errors: these are what is tested. */
let expected: RegExp | null = null;

beforeAll(async () => {
  desk = await demonstration();
  chromium = await browser();
  all = everybody(chromium, desk);
});

afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

afterEach(() => {
  const faults = all.faults().filter((fault) => !expected?.test(fault));
  expected = null;
  expect(faults).toEqual([]);
});

describe('what is typed', () => {
  it('is brought together where two people change one request', async () => {
    const { page: clinician } = await all.as('referring-clinician');
    const { page: surgeon } = await all.as('flight-surgeon');
    // The endorsed one of the demonstration: both may change it.
    await nav(clinician, 'Requests');
    await clinician.locator('a.card').filter({ hasText: 'NEW-003' }).first().click();
    await settled(clinician);
    await clinician.locator('.steps').getByRole('button', { name: 'Edit', exact: true }).click();
    const form = clinician.getByRole('dialog');
    await form.getByLabel('Diagnosis in short').fill('fracture of the femur');
    await form.getByLabel('Mobility', { exact: true }).selectOption('wheelchair');

    await surgeon.goto(clinician.url());
    await settled(surgeon);
    await surgeon.locator('.steps').getByRole('button', { name: 'Assess', exact: true }).click();
    const assessment = surgeon.getByRole('dialog');
    await assessment.getByLabel('Mobility', { exact: true }).selectOption('ambulatory');
    await assessment.getByLabel('Dependency', { exact: true }).selectOption('4');
    await assessment.getByRole('button', { name: 'Record the assessment' }).click();
    await surgeon.getByText(words('Done: ~Assess~')).waitFor();

    expected = /status of 412/;
    await form.getByRole('button', { name: 'Save the changes' }).click();
    await clinician.getByText('It was:').first().waitFor();
    await clinician.locator('.merge').getByLabel(/Mine/).first().check();
    await clinician.getByRole('button', { name: 'Send what came of it' }).click();
    await clinician.getByText(words('Done: ~Edit~')).waitFor();
    // Mine where I chose mine, the other's where only the other had changed it.
    const patient = surgeon.locator('section').filter({ has: surgeon.getByRole('heading', { name: 'Patient', exact: true }) });
    await patient.getByText('Wheelchair').waitFor();
    await patient.getByText('fracture of the femur').waitFor();
    await patient.getByText(/^4/).first().waitFor();
  });

  it('is still there when a half-filled form is loaded again', async () => {
    const { page } = await all.as('referring-clinician');
    await go(page, '/o/benghazi-2017/requests/new');
    await page.getByLabel(/^Ready from/).fill('2017-02-01T09:30');
    await page.getByLabel('Age', { exact: true }).fill('29');
    await page.getByLabel('Family name').fill('Synthetic');
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByText('What you had typed before is still here.').waitFor();
    expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('29');
    expect(await page.getByLabel(/^Ready from/).inputValue()).toBe('2017-02-01T09:30');
    expect(await page.getByLabel('Family name').inputValue()).toBe('Synthetic');
    await page.getByRole('button', { name: 'Begin anew' }).click();
    expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('');
  });

  it('stays shown as old without a link, and is current when it is back', async () => {
    const { page } = await all.as('duty-officer');
    await nav(page, 'Watch');
    const link = page.locator('header [role=status]').last();
    await expect.poll(() => link.innerText()).toContain('Live');
    // The line hangs, and nobody says so.
    desk.pause();
    try {
      await expect.poll(() => link.innerText(), { timeout: 60_000 }).toContain('No link');
      // What was read stays on the page.
      expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    } finally {
      desk.resume();
    }
    await expect.poll(() => link.innerText(), { timeout: 60_000 }).toContain('Live');
    expected = /ERR_/;
  });
});

describe('the desk', () => {
  it('is read from the right in Arabic, and from the left again', async () => {
    const { page } = await all.as('auditor');
    await page.locator('details.own summary').click();
    await page.locator('details.own select').first().selectOption('ar');
    await expect.poll(() => page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
    expect(await page.locator('h1').innerText()).not.toMatch(/[A-Za-z]/);
    // On the right is what was on the left.
    const nav = await page.locator('#nav').boundingBox();
    expect(nav?.x).toBeGreaterThan(700);
    await page.reload();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await page.locator('details.own summary').click();
    await page.locator('details.own select').first().selectOption('en');
    await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('ltr');
  });

  it('is used without a mouse, from logging in to a step that is sent', async () => {
    const { page, faults } = await open(chromium, desk.address);
    await page.goto('/');
    await page.getByLabel(/^Login/).waitFor();
    const on = () =>
      page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        return [at?.getAttribute('aria-label'), (at as HTMLInputElement | null)?.labels?.[0]?.textContent, at?.textContent].find(Boolean)?.trim() ?? '';
      });
    /** By the tab key alone, as somebody does who looks where the focus is. */
    const tabTo = async (what: RegExp, key = 'Tab'): Promise<void> => {
      for (let times = 0; times < 120; times++) {
        if (what.test(await on())) return;
        await page.keyboard.press(key);
      }
      throw new Error(`the tab key does not come to ${what}`);
    };
    await tabTo(/^Login/);
    await page.keyboard.type('requesting-authority');
    await page.keyboard.press('Tab');
    await page.keyboard.type(desk.password);
    await page.keyboard.press('Enter');
    await page.locator('#nav').waitFor({ state: 'attached' });
    await settled(page);
    await tabTo(/^NEW-002$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words('Request ~NEW-002~') }).waitFor();
    await settled(page);
    // Whoever goes to a page begins at its heading.
    await expect.poll(on).toContain('NEW-002');
    await tabTo(/^Endorse$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(/^Criteria/);
    await page.keyboard.type('needs care that the origin does not have');
    await tabTo(/^Endorse$/);
    await page.keyboard.press('Enter');
    await page.getByText(words('Done: ~Endorse~')).waitFor();
    // And the focus is back where the steps are.
    expect(await page.evaluate(() => document.activeElement?.closest('.steps') !== null)).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
