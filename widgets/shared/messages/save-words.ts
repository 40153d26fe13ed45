import { catalogue } from '../catalogue.ts';
import { enSave } from './en-save.ts';

export const saveWords = catalogue(enSave, {
  fr: () => import('./fr-save.ts').then(({ frSave }) => frSave),
});
