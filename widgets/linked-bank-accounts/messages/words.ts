import { catalogue } from '../../shared/catalogue.ts';
import { enAccount } from './en-account.ts';
import { enList } from './en-list.ts';

export const listWords = catalogue(enList, {
  fr: () => import('./fr-list.ts').then(({ frList }) => frList),
});

export const accountWords = catalogue(enAccount, {
  fr: () => import('./fr-account.ts').then(({ frAccount }) => frAccount),
});
