import type { Checkup } from '../../../../worker/contract.ts';
import { call, fails, never, offline, type Scene, type Shown } from '../scene.ts';
import { NOW } from './merchants.ts';

const well: Checkup = {
  object: 'checkup',
  site: 'site_gallery',
  mode: 'test',
  now: NOW,
  worker: 'https://pay.example.com',
  key_of_other_mode: null,
  missing: [],
  token: null,
  webhooks: { account: 'within_a_day', connect: 'within_a_day' },
};

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
    title: 'the Worker has nothing to say against it',
    answers: { 'POST checkup': { is: well } },
    steps: [looked],
  },
  {
    name: 'key-of-other-mode',
    title: 'a key of the other mode',
    answers: { 'POST checkup': { is: { ...well, key_of_other_mode: 'secret_key' } } },
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
    answers: { 'POST checkup': [{ is: well }, { is: well }, { is: well }, never] },
    steps: [looked, call('refresh', '[part=spinner]')],
  },
];

/** It looks at the whole page, and so has one of its own. */
export const doctor: Shown = {
  tag: 'inlay-doctor',
  about: 'says to the site’s developer what is wrong with a page',
  scenes: scenes.map((scene) => ({ ...scene, apart: '', loading: true })),
};
