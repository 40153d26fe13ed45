import { catalogue } from '../catalogue.ts';
import { enOnboard } from './en-onboard.ts';

export const onboardWords = catalogue('onboard', enOnboard, {
  fr: () => import('./fr-onboard.ts'),
  ja: () => import('./ja-onboard.ts'),
  es: () => import('./es-onboard.ts'),
  de: () => import('./de-onboard.ts'),
  pt: () => import('./pt-onboard.ts'),
  ar: () => import('./ar-onboard.ts'),
});
