import { catalogue } from '../catalogue.ts';
import { enSave } from './en-save.ts';

export const saveWords = catalogue('save', enSave, {
  fr: () => import('./fr-save.ts'),
  ja: () => import('./ja-save.ts'),
  es: () => import('./es-save.ts'),
  de: () => import('./de-save.ts'),
  pt: () => import('./pt-save.ts'),
  ar: () => import('./ar-save.ts'),
});
