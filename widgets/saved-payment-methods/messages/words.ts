import { catalogue } from '../../shared/catalogue.ts';
import { enMethods } from './en-methods.ts';
import { enRemoval } from './en-removal.ts';

export const methodWords = catalogue(enMethods, {
  fr: () => import('./fr-methods.ts').then(({ frMethods }) => frMethods),
});

export const removalWords = catalogue(enRemoval, {
  fr: () => import('./fr-removal.ts').then(({ frRemoval }) => frRemoval),
});
