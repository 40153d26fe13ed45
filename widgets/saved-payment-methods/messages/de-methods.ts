import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: 'Gespeicherte Zahlungsmethoden',
  loading: 'Wird geladen …',
  empty: 'Es ist noch keine Zahlungsmethode gespeichert.',
  failed: 'Das konnte nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  savedOn: 'Gespeichert am {date}',
  lastUsed: 'Zuletzt verwendet: {when}',
  lastUsedOn: 'Zuletzt verwendet am {date}',
  notUsed: 'Noch nicht verwendet',
  remove: 'Entfernen',
  removeOf: '{method} entfernen',
};
