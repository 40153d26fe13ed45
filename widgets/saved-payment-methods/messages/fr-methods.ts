import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: 'Moyens de paiement enregistrés',
  loading: 'Chargement…',
  empty: 'Aucun moyen de paiement n’est encore enregistré.',
  failed: 'Le chargement a échoué.',
  tryAgain: 'Réessayer',
  savedOn: 'Enregistré le {date}',
  lastUsed: 'Dernière utilisation : {when}',
  lastUsedOn: 'Dernière utilisation le {date}',
  notUsed: 'Pas encore utilisé',
  remove: 'Retirer',
  removeOf: 'Retirer {method}',
};
