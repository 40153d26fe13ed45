import { catalogue } from '../catalogue.ts';
import { enErrors } from './en-errors.ts';

export const errorWords = catalogue(enErrors, {
  fr: () => import('./fr-errors.ts').then(({ frErrors }) => frErrors),
});
