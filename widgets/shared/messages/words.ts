import { catalogue } from '../language.ts';
import { en } from './en.ts';

export const words = catalogue(en, { fr: () => import('./fr.ts').then(({ fr }) => fr) });
