import type { Checkup } from '../../../../worker/contract.ts';
import { call, fails, never, offline, type Scene, type Shown } from '../scene.ts';

/** By the clock of this machine, as the token that it is held against. */
function checkup(found: Partial<Checkup> = {}): Checkup {
  return {
    object: 'checkup',
    site: 'site_gallery',
    mode: 'test',
    get now() {
      return Math.floor(Date.now() / 1000);
    },
    worker: 'https://pay.example.com',
    key_of_other_mode: null,
    missing: [],
    token: null,
    webhooks: { account: 'within_a_day', connect: 'within_a_day' },
    ...found,
  };
}

const well = { is: checkup() };
const looked = call('refresh', '[part=item]');

const scenes: readonly Omit<Scene, 'apart' | 'loading'>[] = [
  {
    name: 'loading',
    title: 'looking at the page',
    answers: { 'POST checkup': never },
    steps: [call('refresh', '[part=skeleton]')],
  },
  {
    name: 'well',
    title: 'nothing is wrong',
    answers: { 'POST checkup': well },
    steps: [looked],
  },
  {
    name: 'key-of-other-mode',
    title: 'a key of the other mode',
    answers: { 'POST checkup': { is: checkup({ key_of_other_mode: 'secret_key' }) } },
    steps: [looked],
  },
  {
    name: 'origin',
    title: 'the page is not on the site’s list',
    answers: { 'POST checkup': fails('origin_not_allowed') },
    steps: [looked],
  },
  { name: 'offline', title: 'the Worker cannot be reached', answers: { 'POST checkup': offline }, steps: [looked] },
  {
    name: 'again',
    title: 'looked at again',
    answers: { 'POST checkup': [well, well, well, never] },
    steps: [looked, call('refresh', '[part=spinner]')],
  },
];

/** It looks at the whole page, and so has one of its own. */
export const doctor: Shown = {
  tag: 'inlay-doctor',
  about: 'says to the site’s developer what is wrong with a page',
  scenes: scenes.map((scene) => ({ ...scene, apart: '', loading: true })),
};
