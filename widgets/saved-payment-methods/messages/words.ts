import { catalogue } from '../../shared/catalogue.ts';
import { enMethods } from './en-methods.ts';
import { enRemoval } from './en-removal.ts';

export const methodWords = catalogue('methods', enMethods, {
  fr: () => import('./fr-methods.ts'),
  ja: () => import('./ja-methods.ts'),
  es: () => import('./es-methods.ts'),
  de: () => import('./de-methods.ts'),
  pt: () => import('./pt-methods.ts'),
  ar: () => import('./ar-methods.ts'),
});

export const removalWords = catalogue('removal', enRemoval, {
  fr: () => import('./fr-removal.ts'),
  ja: () => import('./ja-removal.ts'),
  es: () => import('./es-removal.ts'),
  de: () => import('./de-removal.ts'),
  pt: () => import('./pt-removal.ts'),
  ar: () => import('./ar-removal.ts'),
});
