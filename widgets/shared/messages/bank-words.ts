import { catalogue } from '../catalogue.ts';
import { enBank } from './en-bank.ts';

export const bankWords = catalogue('bank', enBank, {
  fr: () => import('./fr-bank.ts'),
  ja: () => import('./ja-bank.ts'),
  es: () => import('./es-bank.ts'),
  de: () => import('./de-bank.ts'),
  pt: () => import('./pt-bank.ts'),
  ar: () => import('./ar-bank.ts'),
});
