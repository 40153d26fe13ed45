import { call, fails, never, offline, press, type Scene, type Shown } from '../scene.ts';
import { accountThat, nothingBegun, standings } from './merchants.ts';

const link = { object: 'account_link', url: 'https://connect.stripe.test/setup', expires_at: 1_800_000_000 } as const;
const incomplete = { is: accountThat('incomplete', { currently_due: ['external_account'] }) };

/** What happens on the way to Stripe and back, for either element that leads there. */
export const journeys: readonly Scene[] = [
  {
    name: 'opening',
    title: 'pressed, the link is on its way',
    answers: nothingBegun,
    steps: [press('[part=spinner]')],
  },
  {
    name: 'away',
    title: 'Stripe’s window is open',
    attributes: { presentation: 'popup' },
    answers: { 'GET account': incomplete, 'POST account_links': { is: link } },
    steps: [call('start')],
  },
  {
    name: 'paused',
    title: 'sent back by Stripe too often',
    answers: { 'GET account': incomplete, 'POST account_links': fails('link_refresh_limit') },
    steps: [press('[part=error]')],
  },
  {
    name: 'failed',
    title: 'the link could not be had',
    answers: { 'GET account': incomplete, 'POST account_links': fails('stripe_unavailable') },
    steps: [press('[part=error]')],
  },
  { name: 'offline', title: 'no connection', answers: { 'GET account': offline, 'GET config': offline } },
  {
    name: 'not-allowed',
    title: 'the site is not set up for this page',
    answers: { 'GET account': fails('origin_not_allowed') },
  },
  {
    name: 'retrying',
    title: 'asked again after a failure',
    answers: { 'GET account': [fails('internal'), never] },
    steps: [call('start', '[part=spinner]')],
  },
  { name: 'disabled', title: 'disabled', attributes: { disabled: '' }, answers: nothingBegun },
];

export const onboard: Shown = {
  tag: 'connect-onboard-button',
  about: 'leads a merchant to Stripe and back',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET account': never }, loading: true },
    ...standings,
    ...journeys,
    {
      name: 'close-window',
      title: 'came back in a window that stays open',
      answers: { 'GET account': { is: accountThat('enabled') } },
      apart: 'inlay=onboard-popup-return',
    },
    {
      name: 'labelled',
      title: 'with a label of the site’s',
      slots: { '': 'Start earning with Rocket Rides' },
      answers: nothingBegun,
    },
  ],
};
