/**
 * Every page in English and Arabic, light and dark, on a desktop and on a phone: no finding of axe, nothing on the console, nothing from another host, nothing that
 * runs out of a phone's screen. Pictures go to AIRBRIDGE_SCREENS where that names a folder. Each page in
 * one of the eight ways, in turn; in all of them with AIRBRIDGE_WAYS=all.
 */
import AxeBuilder from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser, demonstration, logIn, open } from './desk.mjs';
import { PAGES, WAYS, wayName } from './pages.mjs';

const folder = process.env.AIRBRIDGE_SCREENS;
const isAll = process.env.AIRBRIDGE_WAYS === 'all';
/** Pages by the way in which they are looked at. */
const looks = WAYS.map((way, turn) => [wayName(way), way, isAll ? PAGES : PAGES.filter((_, at) => at % WAYS.length === turn)] as const);

let desk: Awaited<ReturnType<typeof demonstration>>;
let chromium: Browser;

beforeAll(async () => {
  desk = await demonstration();
  chromium = await browser();
  if (folder) mkdirSync(folder, { recursive: true });
});

afterAll(async () => {
  await chromium?.close();
  await desk?.stop();
});

/** The whole page: its matter scrolls within the window, which is made as high as the matter. */
async function picture(page: Page, path: string): Promise<void> {
  const height = await page.evaluate(() => {
    const main = document.querySelector('#main');
    return main ? main.scrollHeight + innerHeight - main.clientHeight : document.documentElement.scrollHeight;
  });
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ width: size.width, height: Math.min(4000, Math.max(size.height, height)) });
  await page.waitForTimeout(600);
  await page.screenshot({ path });
}

describe.each(looks)('%s', (name, way, pages) => {
  it.each(pages.map((page) => [page.name, page] as const))('%s', async (_, goal) => {
    const { context, page, faults } = await open(chromium, desk.address, way);
    try {
      if (goal.as) {
        await logIn(page, desk.address, goal.as, desk.password);
        await page.goto(await goal.path(page));
      } else {
        await page.goto(await goal.path(page));
      }
      await page.locator('h1').first().waitFor();
      // Bars stand where something is still loading.
      await expect.poll(() => page.locator('main .loading').count(), { timeout: 30_000 }).toBe(0);
      if (goal.name.endsWith('map')) await page.locator('[data-drawn="true"]').first().waitFor({ timeout: 60_000 });
      await page.waitForTimeout(400);
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
      expect(found).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(tooWide, 'the page runs out of the screen').toBeLessThanOrEqual(1);
      expect(faults).toEqual([]);
      if (folder) await picture(page, `${folder}/${goal.name}-${name}.png`);
    } finally {
      await context.close();
    }
  });
});
