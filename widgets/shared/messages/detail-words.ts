import { catalogue } from '../catalogue.ts';
import { enDetails } from './en-details.ts';

export const detailWords = catalogue(enDetails, {
  fr: () => import('./fr-details.ts').then(({ frDetails }) => frDetails),
});
