import { catalogue } from '../../shared/catalogue.ts';
import { enAccount } from './en-account.ts';
import { enList } from './en-list.ts';

export const accountWords = catalogue('account', enAccount, {
  fr: () => import('./fr-account.ts'),
  ja: () => import('./ja-account.ts'),
  es: () => import('./es-account.ts'),
  de: () => import('./de-account.ts'),
  pt: () => import('./pt-account.ts'),
  ar: () => import('./ar-account.ts'),
});

export const listWords = catalogue('list', enList, {
  fr: () => import('./fr-list.ts'),
  ja: () => import('./ja-list.ts'),
  es: () => import('./es-list.ts'),
  de: () => import('./de-list.ts'),
  pt: () => import('./pt-list.ts'),
  ar: () => import('./ar-list.ts'),
});
