import { catalogue } from '../../shared/catalogue.ts';
import { enEmbedded } from './en-embedded.ts';

export const embeddedWords = catalogue(enEmbedded, {
  fr: () => import('./fr-embedded.ts').then(({ frEmbedded }) => frEmbedded),
});
