// Takes a picture of a page, to be looked at:
//   node scripts/look.mjs --as airlift-planner --path /o/benghazi-2017/plans --out plans.png [--language ar] [--theme dark] [--phone] [--wait 500] [--full]
// Against a server that runs (AIRBRIDGE_DESK=http://127.0.0.1:8080 with AIRBRIDGE_PASSWORD), else against a demonstration of its own.
import { parseArgs } from 'node:util';
import { browser, demonstration, logIn, open } from '../tests/browser/desk.mjs';

const { values } = parseArgs({
  options: {
    as: { type: 'string' },
    path: { type: 'string', default: '/' },
    out: { type: 'string', default: 'look.png' },
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light' },
    phone: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    wait: { type: 'string', default: '700' },
    click: { type: 'string', multiple: true, default: [] },
    desk: { type: 'string', default: process.env.AIRBRIDGE_DESK },
    password: { type: 'string', default: process.env.AIRBRIDGE_PASSWORD },
  },
});
const own = values.desk ? null : await demonstration();
const address = values.desk ?? own.address;
const chromium = await browser();
const { page, faults } = await open(chromium, address, values);
const about = await (await page.request.get(`${address}/api/v1/about`)).json();
const password = values.password ?? about.demonstration?.password;
if (values.as) await logIn(page, address, values.as, password, values.path);
else await page.goto(values.path);
await page.waitForTimeout(Number(values.wait));
for (const selector of values.click) {
  await page.locator(selector).first().click();
  await page.waitForTimeout(Number(values.wait));
}
await page.screenshot({ path: values.out, fullPage: values.full });
for (const fault of faults) console.log(fault);
await chromium.close();
await own?.stop();
