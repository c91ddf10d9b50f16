// A demonstration with its browser: for the tests, and to look at pages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where Debian and others put their Chromium. */
const BROWSERS = [process.env.AIRBRIDGE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The program, as cargo has built it, or as it is named. */
function program() {
  const named = process.env.AIRBRIDGE_PROGRAM;
  const built = ['target/debug/airbridge', 'target/release/airbridge'].map((path) => `${root}/${path}`);
  const found = [named, ...built].find((path) => path && existsSync(path));
  if (!found) throw new Error('build the program first: cargo build');
  return found;
}

/**
 * Starts `airbridge demo` on loopback.
 * @param {string[]} [options]
 * @returns {Promise<{address: string, password: string, stop: () => Promise<void>, pause: () => void, resume: () => void}>}
 */
export async function demonstration(options = []) {
  const child = spawn(program(), ['demo', '--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text) => {
      said += text;
      // The whole line: an address in two parts would be half a port.
      const found = said.match(/listening on (http:\/\/\S+)\n/);
      if (found) resolve(found[1]);
    });
    child.on('exit', (code) => reject(new Error(`the demonstration has ended with ${code}: ${said}`)));
  });
  const password = said.match(/synthetic-[0-9a-f]+/)?.[0] ?? '';
  return {
    address,
    password,
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve());
        child.kill('SIGTERM');
      }),
    // The server is there and does not answer: a line that hangs.
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
  };
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function browser() {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('there is no Chromium: install it, or name it by AIRBRIDGE_CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

/**
 * A window in which nobody is logged in, and everything that should not happen in it is noted.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{language?: string, theme?: string, phone?: boolean}} [how]
 */
export async function open(browser, address, how = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: how.phone ? PHONE : DESKTOP,
    hasTouch: how.phone ?? false,
    colorScheme: how.theme === 'dark' ? 'dark' : 'light',
    timezoneId: 'Europe/Paris',
    locale: how.language ?? 'en',
    acceptDownloads: true,
  });
  await context.addInitScript((language) => localStorage.getItem('airbridge-language') ?? localStorage.setItem('airbridge-language', language), how.language ?? 'en');
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => {
    // That the line is cut where a test cuts it is no fault of the page.
    const isCut = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED/.test(message.text());
    // What the server refuses, browsers tell as an error: pages that mean to ask say so in the test.
    if ((message.type() === 'error' || /Content Security Policy/i.test(message.text())) && !isCut) faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) faults.push(`another host: ${url}`);
  });
  return { context, page, faults };
}

/**
 * Logs in by the interface, which sets the cookie of the window, and goes to a page.
 * @param {import('playwright-core').Page} page
 */
export async function logIn(page, address, login, password, path = '/') {
  const answer = await page.request.post(`${address}/api/v1/session`, { data: { login, password } });
  if (!answer.ok()) throw new Error(`${login} cannot log in: ${answer.status()} ${await answer.text()}`);
  await page.goto(path);
  await page.locator('h1').first().waitFor();
}
