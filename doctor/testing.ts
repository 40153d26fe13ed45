/** A page on which nothing is wrong, for tests to do something wrong to. */
import type { Checkup } from '../worker/contract.ts';
import type { Facts, PageFacts } from './facts.ts';

export const goodCheckup: Checkup = {
  object: 'checkup',
  site: 'site_1',
  mode: 'live',
  now: 1_800_000_000,
  worker: 'https://pay.example.com',
  key_of_other_mode: null,
  missing: [],
  token: { valid: true, scope: ['onboard', 'bank', 'save', 'embedded'] },
  webhooks: { account: 'within_a_day', connect: 'within_a_week' },
};

export const goodPage: PageFacts = {
  url: 'https://app.example.com/payouts',
  headers: { openerPolicy: 'same-origin-allow-popups', embedderPolicy: null, referrerPolicy: null },
  policies: [],
  metaReferrer: null,
  frame: { framed: false, sandbox: null, opaque: false },
  tag: { src: 'https://pay.example.com/inlay.js', module: true, nonce: null, integrity: null, crossOrigin: false },
  settings: { site: 'site_1', api: 'https://pay.example.com', tokens: { url: '/inlay/token' }, nonce: null },
  unreadable: [],
  elements: [{ tag: 'connect-onboard-button', presentation: null }],
  standIn: null,
};

export const good: Facts = {
  page: goodPage,
  worker: { checkup: { came: 'answer', checkup: goodCheckup }, integrity: null, webhook: null },
  token: {
    came: 'token',
    claims: { iss: 'site_1', aud: 'https://pay.example.com', iat: 1_800_000_000, exp: 1_800_000_300 },
    skew: 0,
    redirected: null,
  },
};

export function onPage(change: Partial<PageFacts>): Facts {
  return { ...good, page: { ...goodPage, ...change } };
}

export function withElements(...tags: readonly string[]): Pick<PageFacts, 'elements'> {
  return { elements: tags.map((tag) => ({ tag, presentation: null })) };
}

export function checkedUp(change: Partial<Checkup>, elements = goodPage.elements): Facts {
  return {
    ...onPage({ elements }),
    worker: { ...good.worker, checkup: { came: 'answer', checkup: { ...goodCheckup, ...change } } },
  };
}
