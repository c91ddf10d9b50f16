/**
 * The views that the README shows are there; with AIRBRIDGE_PICTURES=1 their pictures are made anew in docs/pictures.
 */
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browser, demonstration } from './desk.mjs';
import { choose, everybody, nav, settled } from './walk.mjs';

const folder = fileURLToPath(new URL('../../../docs/pictures', import.meta.url));
const isMade = process.env.AIRBRIDGE_PICTURES === '1';
/** A README is read over bad lines too. */
const LARGEST = 250_000;

let desk: Awaited<ReturnType<typeof demonstration>>;
let chromium: Browser;
let all: ReturnType<typeof everybody>;

beforeAll(async () => {
  desk = await demonstration();
  chromium = await browser();
  all = everybody(chromium, desk);
  if (isMade) mkdirSync(folder, { recursive: true });
});

afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

afterEach(() => expect(all.faults()).toEqual([]));

async function taken(page: Page, name: string): Promise<void> {
  if (!isMade) return;
  // Nothing is hovered, and nothing is half drawn.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1000);
  const path = `${folder}/${name}.png`;
  await page.screenshot({ path });
  expect(statSync(path).size, `${name} is too large`).toBeLessThanOrEqual(LARGEST);
}

describe('the README shows', () => {
  it('a plan with its timeline', async () => {
    const { page } = await all.as('airlift-planner');
    await page.setViewportSize({ width: 1280, height: 800 });
    await nav(page, 'Plans');
    await page.getByRole('link', { name: 'Open the plan that runs' }).click();
    await page.getByRole('heading', { level: 1, name: 'The plan that runs' }).waitFor();
    await choose(page.getByRole('group', { name: 'View' }), 'Timeline');
    const timeline = page.getByRole('group', { name: 'Timeline of the plan' });
    await timeline.waitFor();
    await page.locator('[data-spot]').first().waitFor({ state: 'attached' });
    await page.getByRole('group', { name: 'View' }).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await taken(page, 'plan');
  });

  it('the watch with its map, in the dark', async () => {
    const { page } = await all.as('duty-officer', { theme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await nav(page, 'Watch');
    await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { name: 'Where they are' }).evaluate((element) => element.closest('section')?.scrollIntoView({ block: 'end' }));
    await taken(page, 'watch');
  });

  it('a mission on the phone of its crew', async () => {
    const { page } = await all.as('crew', { phone: true });
    await page.getByRole('link', { name: /^Mission/ }).first().click();
    await settled(page);
    await page.getByRole('heading', { name: 'Report', exact: true }).waitFor();
    await taken(page, 'phone');
  });
});
