import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: 'Métodos de pago guardados',
  loading: 'Cargando…',
  empty: 'Todavía no hay ningún método de pago guardado.',
  failed: 'No se ha podido cargar.',
  tryAgain: 'Reintentar',
  savedOn: 'Guardado el {date}',
  lastUsed: 'Último uso: {when}',
  lastUsedOn: 'Último uso el {date}',
  notUsed: 'Todavía sin usar',
  remove: 'Quitar',
  removeOf: 'Quitar {method}',
};
