import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: '{method} entfernen?',
  consequence: 'Sie kann dann nicht mehr belastet werden.',
  keep: 'Behalten',
  removing: 'Wird entfernt …',
  removed: '{method} ist entfernt.',
  gone: '{method} ist nicht mehr gespeichert.',
};
