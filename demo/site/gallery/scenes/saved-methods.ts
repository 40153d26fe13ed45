import { type Answers, call, fails, never, offline, press, type Shown } from '../scene.ts';
import { NOW } from './merchants.ts';
import { ada, methodListOf, methodThat } from './wallets.ts';

const list = (...methods: Parameters<typeof methodListOf>): Answers => ({
  'GET payment_methods': { is: methodListOf(...methods) },
});
const DAY_S = 86_400;
const used = methodThat(
  { id: 'pm_2', created: NOW - 90 * DAY_S, last_used_at: NOW - DAY_S },
  '$grace-with-a-rather-long-cashtag',
);
const nameless = methodThat({ id: 'pm_3', created: NOW - 400 * DAY_S }, null);

export const savedMethods: Shown = {
  tag: 'saved-payment-methods',
  about: 'lists saved methods and removes one',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET payment_methods': never }, loading: true },
    { name: 'empty', title: 'nothing saved', answers: list() },
    {
      name: 'empty-slotted',
      title: 'nothing saved, in words of the site’s',
      slots: { empty: 'Save Cash App Pay above to see it here.' },
      answers: list(),
    },
    { name: 'one', title: 'one method', answers: list(ada) },
    { name: 'several', title: 'several methods', answers: list(ada, used, nameless) },
    { name: 'confirm', title: 'asks before it removes', answers: list(ada), steps: [press('.confirm')] },
    {
      name: 'removing',
      title: 'being removed',
      answers: { ...list(ada), 'DELETE payment_methods/:id': never },
      steps: [press('.confirm'), press('[part=spinner]', '.confirm button')],
    },
    {
      name: 'remove-failed',
      title: 'could not be removed',
      answers: { ...list(ada), 'DELETE payment_methods/:id': fails('stripe_unavailable') },
      steps: [press('.confirm'), press('[part=error]', '.confirm button')],
    },
    {
      name: 'failed',
      title: 'the list could not be had',
      answers: { 'GET payment_methods': offline, 'GET config': offline },
    },
    { name: 'refused', title: 'not allowed here', answers: { 'GET payment_methods': fails('scope_missing') } },
    {
      name: 'asking',
      title: 'asked for again after a failure',
      answers: { 'GET payment_methods': [fails('internal'), never] },
      steps: [press('[part=spinner]')],
    },
    {
      name: 'stale',
      title: 'could not be brought up to date',
      answers: { 'GET payment_methods': [{ is: methodListOf(ada) }, fails('internal')] },
      steps: [call('refresh', '.problem')],
    },
    { name: 'disabled', title: 'disabled', attributes: { disabled: '' }, answers: list(ada) },
  ],
};
