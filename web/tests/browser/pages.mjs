// Every page of the desk, by whom it is looked at, and where it is in a demonstration.

/** The first id of a list that somebody may read. */
async function first(page, path, of = (items) => items[0]?.id) {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  const id = of((await answer.json()).items);
  if (!id) throw new Error(`${path} has nothing to look at`);
  return encodeURIComponent(id);
}

const OP = 'benghazi-2017';

/** @type {{name: string, as: string | null, path: (page: import('playwright-core').Page) => Promise<string> | string, ready?: string}[]} */
export const PAGES = [
  { name: 'log-in', as: null, path: () => '/' },
  { name: 'invitation', as: null, path: () => '/invitation' },
  { name: 'start-clinician', as: 'referring-clinician', path: () => '/' },
  { name: 'start-regulating', as: 'regulating-officer', path: () => '/' },
  { name: 'start-planner', as: 'airlift-planner', path: () => '/' },
  { name: 'start-crew', as: 'crew', path: () => '/' },
  { name: 'start-administrator', as: 'administrator', path: () => '/' },
  { name: 'requests-board', as: 'regulating-officer', path: () => `/o/${OP}/requests` },
  { name: 'requests-table', as: 'flight-surgeon', path: () => `/o/${OP}/requests?view=table` },
  { name: 'request-new', as: 'referring-clinician', path: () => `/o/${OP}/requests/new` },
  { name: 'request', as: 'referring-clinician', path: async (page) => `/requests/${await first(page, '/api/v1/requests')}` },
  { name: 'request-surgeon', as: 'flight-surgeon', path: async (page) => `/requests/${await first(page, '/api/v1/requests')}` },
  { name: 'needs', as: 'receiving-hospital', path: () => '/needs' },
  { name: 'offers', as: 'regulating-officer', path: () => `/o/${OP}/offers` },
  { name: 'offer', as: 'receiving-hospital', path: async (page) => `/offers/${await first(page, '/api/v1/offers')}` },
  { name: 'clearances', as: 'airlift-planner', path: () => `/o/${OP}/clearances` },
  { name: 'plans', as: 'airlift-planner', path: () => `/o/${OP}/plans` },
  { name: 'plan-list', as: 'airlift-planner', path: async (page) => `/plans/${await first(page, '/api/v1/plans')}` },
  { name: 'plan-timeline', as: 'airlift-planner', path: async (page) => `/plans/${await first(page, '/api/v1/plans')}?view=timeline` },
  { name: 'plan-map', as: 'airlift-planner', path: async (page) => `/plans/${await first(page, '/api/v1/plans')}?view=map` },
  { name: 'plan-cabin', as: 'airlift-planner', path: async (page) => `/plans/${await first(page, '/api/v1/plans')}?view=cabin` },
  { name: 'plan-duty', as: 'duty-officer', path: async (page) => `/plans/${await first(page, '/api/v1/plans')}` },
  { name: 'watch', as: 'duty-officer', path: () => `/o/${OP}/watch` },
  { name: 'mission', as: 'operator', path: async (page) => `/missions/${await first(page, '/api/v1/missions')}` },
  { name: 'outbox', as: 'crew', path: () => '/outbox' },
  { name: 'people', as: 'administrator', path: () => '/people' },
  { name: 'account', as: 'administrator', path: async (page) => `/people/${await first(page, '/api/v1/accounts')}` },
  { name: 'organisation', as: 'administrator', path: () => '/organisations/hospitals' },
  { name: 'audit', as: 'auditor', path: () => '/audit' },
  { name: 'figures', as: 'information-officer', path: () => '/figures' },
  { name: 'me', as: 'flight-surgeon', path: () => '/me' },
];

/** In which ways each is looked at. */
export const WAYS = ['en', 'ar'].flatMap((language) =>
  ['light', 'dark'].flatMap((theme) => [false, true].map((phone) => ({ language, theme, phone }))),
);

/** @param {{language: string, theme: string, phone: boolean}} way */
export function wayName(way) {
  return `${way.language}-${way.theme}-${way.phone ? 'phone' : 'desktop'}`;
}
