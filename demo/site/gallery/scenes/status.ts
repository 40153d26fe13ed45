import { never, press, type Shown } from '../scene.ts';
import { dueSoon, standings } from './merchants.ts';
import { journeys } from './onboard.ts';

export const status: Shown = {
  tag: 'connect-account-status',
  about: 'shows where a merchant stands',
  scenes: [
    { name: 'loading', title: 'loading', answers: { 'GET account': never }, loading: true },
    ...standings,
    {
      name: 'unfolded',
      title: 'all that is missing, unfolded',
      answers: { 'GET account': { is: dueSoon } },
      steps: [press('details[open]', 'summary')],
    },
    ...journeys,
  ],
};
