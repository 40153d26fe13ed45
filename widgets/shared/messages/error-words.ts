import { catalogue } from '../catalogue.ts';
import { enErrors } from './en-errors.ts';

export const errorWords = catalogue('errors', enErrors, {
  fr: () => import('./fr-errors.ts'),
  ja: () => import('./ja-errors.ts'),
  es: () => import('./es-errors.ts'),
  de: () => import('./de-errors.ts'),
  pt: () => import('./pt-errors.ts'),
  ar: () => import('./ar-errors.ts'),
});
