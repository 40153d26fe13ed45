import { catalogue } from '../../shared/catalogue.ts';
import { enEmbedded } from './en-embedded.ts';

export const embeddedWords = catalogue('embedded', enEmbedded, {
  fr: () => import('./fr-embedded.ts'),
  ja: () => import('./ja-embedded.ts'),
  es: () => import('./es-embedded.ts'),
  de: () => import('./de-embedded.ts'),
  pt: () => import('./pt-embedded.ts'),
  ar: () => import('./ar-embedded.ts'),
});
