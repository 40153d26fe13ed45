import { catalogue } from '../catalogue.ts';
import { enBank } from './en-bank.ts';

export const bankWords = catalogue(enBank, {
  fr: () => import('./fr-bank.ts').then(({ frBank }) => frBank),
});
