import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: 'Remover {method}?',
  consequence: 'Ela não poderá mais ser cobrada.',
  keep: 'Manter',
  removing: 'Removendo…',
  removed: '{method} foi removida.',
  gone: '{method} não está mais salva.',
};
