import type { SetupOutcome } from '../../../../worker/contract.ts';
import { type Answers, call, fails, never, press, type Scene, type Shown } from '../scene.ts';
import { ada, intentThat, methodListOf, outcomeThat, terms } from './wallets.ts';

const asks: Answers = { 'GET setup_intents': { is: terms } };

function ends(name: string, title: string, outcome: SetupOutcome, until: string): Scene {
  return {
    name,
    title,
    answers: {
      ...asks,
      'POST setup_intents': { is: intentThat('ends') },
      'POST setup_intents/:id/sync': { is: outcome },
      'GET payment_methods': { is: methodListOf(ada) },
    },
    steps: [press(until)],
  };
}

function opens(
  name: string,
  title: string,
  dialog: Parameters<typeof intentThat>[0],
  presentation: string,
  until: string,
): Scene {
  return {
    name,
    title,
    attributes: { presentation },
    answers: { ...asks, 'POST setup_intents': { is: intentThat(dialog) } },
    steps: [press(until)],
    apart: '',
  };
}

export const cashApp: Shown = {
  tag: 'cashapp-save-method',
  about: 'saves Cash App Pay for later',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET setup_intents': never }, loading: true },
    { name: 'first', title: 'nothing saved yet', answers: asks },
    {
      name: 'agreed',
      title: 'the terms were agreed to before',
      answers: { 'GET setup_intents': { is: { ...terms, required: false } } },
    },
    {
      name: 'opening',
      title: 'pressed, on its way',
      answers: { ...asks, 'POST setup_intents': never },
      steps: [press('[part=spinner]')],
      apart: '',
    },
    opens('dialog', 'Stripe’s dialog is open', 'stays', 'auto', '[part=spinner]'),
    opens('code', 'a code to scan', 'shows a code', 'inline', '[part=qr]'),
    opens('no-code', 'a code that could not be shown', 'shows no code', 'inline', '.frame[data-drawn=false] p'),
    opens('phone', 'to be authorised in Cash App', 'stays', 'redirect', '[part=spinner]'),
    {
      name: 'confirming',
      title: 'the outcome is read',
      answers: { ...asks, 'POST setup_intents': { is: intentThat('ends') }, 'POST setup_intents/:id/sync': never },
      steps: [press('[part=spinner]')],
      apart: '',
    },
    ends('pending', 'Stripe has not settled it yet', outcomeThat('processing'), '[name=again]'),
    ends('saved', 'saved', outcomeThat('succeeded'), '.saved'),
    ends('declined', 'declined', outcomeThat('requires_payment_method', 'setup_attempt_failed'), '[part=error]'),
    ends(
      'expired',
      'expired',
      outcomeThat('requires_payment_method', 'setup_intent_setup_attempt_expired'),
      '[part=error]',
    ),
    {
      name: 'terms-changed',
      title: 'the terms have changed',
      answers: { ...asks, 'POST setup_intents': fails('terms_not_accepted') },
      steps: [press('[part=error]')],
    },
    {
      name: 'failed',
      title: 'the terms could not be had',
      answers: { 'GET setup_intents': fails('storage_unavailable') },
    },
    {
      name: 'not-set-up',
      title: 'the site is not set up for it',
      answers: { 'GET setup_intents': fails('terms_not_configured') },
    },
    {
      name: 'retrying',
      title: 'asked again after a failure',
      answers: { 'GET setup_intents': [fails('internal'), never] },
      steps: [call('start', '[part=spinner]')],
    },
    { name: 'disabled', title: 'disabled', attributes: { disabled: '' }, answers: asks },
  ],
};
