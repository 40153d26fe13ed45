import { catalogue } from '../catalogue.ts';
import { en } from './en.ts';

/** Until it is loaded, English is spoken. */
export const words = catalogue(en, { fr: () => import('./fr.ts').then(({ fr }) => fr) });
