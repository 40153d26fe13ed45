import { type Answers, call, fails, never, press, type Shown } from '../scene.ts';
import { bankListOf, card, everyday, everything, sessionThat, termsFor } from './banks.ts';

const asks: Answers = { 'GET financial_connections/sessions': { is: termsFor(['balances', 'transactions']) } };
const dialog = (how: 'stays' | 'ends' | 'fails'): Answers => ({
  ...asks,
  'POST financial_connections/sessions': { is: sessionThat(how) },
});
const linked = (data: (typeof everyday)[]): Answers => ({
  ...dialog('ends'),
  'POST financial_connections/sessions/:id/sync': {
    is: { object: 'financial_connections.session', id: 'fcsess_1', accounts: data },
  },
  'GET financial_connections/accounts': { is: bankListOf(data) },
});

export const linkBank: Shown = {
  tag: 'link-bank-account',
  about: 'links a bank account in Stripe’s dialog',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET financial_connections/sessions': never }, loading: true },
    { name: 'first', title: 'nothing linked yet', answers: asks },
    {
      name: 'everything',
      title: 'asks to see everything',
      answers: { 'GET financial_connections/sessions': { is: termsFor(everything) } },
    },
    {
      name: 'opening',
      title: 'pressed, the dialog is on its way',
      answers: { ...asks, 'POST financial_connections/sessions': never },
      steps: [press('[part=spinner]')],
      apart: '',
    },
    {
      name: 'open',
      title: 'Stripe’s dialog is open',
      answers: dialog('stays'),
      steps: [press('[part=spinner]')],
      apart: '',
    },
    {
      name: 'confirming',
      title: 'the dialog is closed, the outcome is read',
      answers: { ...dialog('ends'), 'POST financial_connections/sessions/:id/sync': never },
      steps: [press('[part=spinner]')],
      apart: '',
    },
    { name: 'linked', title: 'one account linked', answers: linked([everyday]), steps: [press('.accounts')] },
    {
      name: 'linked-two',
      title: 'two accounts linked',
      answers: linked([everyday, card]),
      steps: [press('.accounts')],
    },
    {
      name: 'dialog-failed',
      title: 'the dialog went wrong',
      answers: {
        ...dialog('fails'),
        'POST financial_connections/sessions/:id/sync': {
          is: { object: 'financial_connections.session', id: 'fcsess_1', accounts: [] },
        },
      },
      steps: [press('[part=error]')],
    },
    {
      name: 'failed',
      title: 'what it asks for could not be had',
      answers: { 'GET financial_connections/sessions': fails('storage_unavailable') },
    },
    {
      name: 'refused',
      title: 'not allowed here',
      answers: { 'GET financial_connections/sessions': fails('scope_missing') },
    },
    {
      name: 'retrying',
      title: 'asked again after a failure',
      answers: { 'GET financial_connections/sessions': [fails('internal'), never] },
      steps: [call('start', '[part=spinner]')],
    },
    { name: 'disabled', title: 'disabled', attributes: { disabled: '' }, answers: asks },
    {
      name: 'labelled',
      title: 'with a label of the site’s',
      slots: { '': 'Connect the account you drive with' },
      answers: asks,
    },
  ],
};
