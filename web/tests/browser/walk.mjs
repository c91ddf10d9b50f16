// Somebody for each role, each with a window of their own that stays open over the steps of a walk, and what they do with their hands.
import { open } from './desk.mjs';

/** Marks that Fluent sets around what it fills in. */
const MARKS = '[\\u2066-\\u2069]*';

/** A text in which each `~` stands where a variable begins or ends. */
export function words(text) {
  return new RegExp(text.split('~').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(MARKS));
}

/** @typedef {Awaited<ReturnType<typeof open>> & {role: string}} Person */

/**
 * Opens a window for a role when it is first needed, and keeps it.
 * @param {import('playwright-core').Browser} browser
 * @param {{address: string, password: string}} desk
 */
export function everybody(browser, desk) {
  /** @type {Map<string, Person>} */
  const people = new Map();
  return {
    people,
    /**
     * @param {string} role
     * @param {{language?: string, theme?: string, phone?: boolean}} [how]
     */
    async as(role, how = {}) {
      const known = people.get(role);
      if (known) return known;
      const window = await open(browser, desk.address, how);
      window.page.setDefaultTimeout(20_000);
      const person = { ...window, role };
      people.set(role, person);
      await logInByHand(window.page, role, desk.password);
      return person;
    },
    /** What should not have happened since it was asked last, of everybody: nothing, or by role. */
    faults() {
      return [...people.values()].flatMap(({ role, faults }) => faults.splice(0).map((fault) => `${role}: ${fault}`));
    },
    /** @param {string} folder where pictures of what everybody sees are put */
    async pictures(folder) {
      for (const { role, page } of people.values()) await page.screenshot({ path: `${folder}/${role}.png` }).catch(() => undefined);
    },
  };
}

/** @param {import('playwright-core').Page} page */
export async function logInByHand(page, login, password) {
  await page.goto('/');
  await page.getByLabel(/^Login/).fill(login);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.locator('#nav').waitFor({ state: 'attached' });
  await settled(page);
}

/** Waits until nothing is loading any more. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('main .loading').length === 0);
}

/** Goes to a page as by a link. @param {import('playwright-core').Page} page */
export async function go(page, path) {
  await page.goto(path);
  await settled(page);
}

/** Goes by the navigation of the frame. @param {import('playwright-core').Page} page */
export async function nav(page, name) {
  const burger = page.locator('.burger[aria-expanded="false"]');
  if (await burger.isVisible()) await burger.click();
  await page.locator('#nav').getByRole('link', { name, exact: true }).click();
  await settled(page);
}

/** @param {import('playwright-core').Page} page */
export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** One of a few ways of looking, whose radio is hidden behind its word. @param {import('playwright-core').Page | import('playwright-core').Locator} at */
export async function choose(at, name) {
  await at.locator('label').filter({ hasText: name }).first().click();
}

/** The second tap of a report. @param {import('playwright-core').Page} page */
export async function report(page, name) {
  await press(page, name);
  await sure(page);
}

/** @param {import('playwright-core').Page} page */
export async function sure(page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Report it' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/**
 * A step of a request: opened, filled in, sent, and told to be done.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {(dialog: import('playwright-core').Locator) => Promise<void>} [fill]
 */
export async function step(page, name, fill = async () => undefined) {
  await page.locator('.steps').getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await page.getByText(words(`Done: ~${name}~`)).waitFor();
}
