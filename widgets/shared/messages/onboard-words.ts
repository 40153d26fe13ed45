import { catalogue } from '../catalogue.ts';
import { enOnboard } from './en-onboard.ts';

export const onboardWords = catalogue(enOnboard, {
  fr: () => import('./fr-onboard.ts').then(({ frOnboard }) => frOnboard),
});
