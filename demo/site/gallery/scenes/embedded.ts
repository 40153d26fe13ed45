import type { AccountSession, EmbeddedComponent } from '../../../../worker/contract.ts';
import { call, fails, never, type Scene, type Shown } from '../scene.ts';
import { NOW } from './merchants.ts';

/** @param component what the scripted script of Stripe's shows: see `public/gallery-stripe.js` */
function sessionFor(component: EmbeddedComponent, secret: 'shows' | 'fails' | 'tells of 2'): AccountSession {
  return {
    object: 'account_session',
    client_secret: secret,
    publishable_key: 'pk_test_gallery',
    expires_at: NOW + 900,
    components: [component],
  };
}

function shows(component: EmbeddedComponent, title: string, secret: 'shows' | 'tells of 2' = 'shows'): Scene {
  return {
    name: secret === 'shows' ? component : `${component}-telling`,
    title,
    attributes: { component: component.replaceAll('_', '-') },
    answers: { 'POST account_sessions': { is: sessionFor(component, secret) } },
    steps: [call('start', '[aria-busy=false]')],
  };
}

const payouts = { component: 'payouts' };
const start = call('start', '[part=error]');

const scenes: readonly Scene[] = [
  {
    name: 'loading',
    title: 'on its way',
    attributes: payouts,
    answers: { 'POST account_sessions': never },
    steps: [call('start', '[part=skeleton][role=img]')],
  },
  shows('payouts', 'shown, and may open a window'),
  shows('documents', 'shown, and opens none'),
  shows('notification_banner', 'a banner with nothing to tell'),
  shows('notification_banner', 'a banner with something to tell', 'tells of 2'),
  {
    name: 'account-required',
    title: 'there is no account yet',
    attributes: payouts,
    answers: { 'POST account_sessions': fails('account_required') },
    steps: [call('start', '.alone [part=message]')],
  },
  {
    name: 'failed',
    title: 'the component could not be shown',
    attributes: payouts,
    answers: { 'POST account_sessions': { is: sessionFor('payouts', 'fails') } },
    steps: [start],
  },
  {
    name: 'refused',
    title: 'not allowed here',
    attributes: payouts,
    answers: { 'POST account_sessions': fails('component_not_allowed') },
    steps: [start],
  },
  {
    name: 'unknown',
    title: 'a component that there is not',
    attributes: { component: 'payout' },
    answers: {},
    steps: [start],
  },
  {
    name: 'retrying',
    title: 'tried again after a failure',
    attributes: payouts,
    answers: { 'POST account_sessions': [fails('internal'), never] },
    steps: [start, call('start', '[part=spinner]')],
  },
  { name: 'disabled', title: 'disabled', attributes: { ...payouts, disabled: '' }, answers: {} },
];

/** None begins before it is told to, or seen. */
export const embedded: Shown = {
  tag: 'connect-embedded',
  about: 'shows one of Stripe’s own components',
  scenes: scenes.map((scene) => ({ ...scene, loading: true })),
};
