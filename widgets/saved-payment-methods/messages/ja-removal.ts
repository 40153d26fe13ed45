import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: 'Retirer {method} ?',
  consequence: 'Ce moyen de paiement ne pourra plus être débité.',
  keep: 'Conserver',
  removing: 'Retrait en cours…',
  removed: '{method} a été retiré.',
  gone: '{method} n’est plus enregistré.',
};
