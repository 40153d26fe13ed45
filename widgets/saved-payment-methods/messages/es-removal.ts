import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: '¿Quitar {method}?',
  consequence: 'Ya no se podrán hacer cargos en él.',
  keep: 'Conservar',
  removing: 'Quitando…',
  removed: '{method} se ha quitado.',
  gone: '{method} ya no está guardado.',
};
