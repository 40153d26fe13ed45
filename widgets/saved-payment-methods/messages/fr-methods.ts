import type { MethodWords } from './en-methods.ts';

export const frMethods: MethodWords = {
  label: 'Moyens de paiement enregistrés',
  loading: 'Chargement…',
  empty: 'Aucun moyen de paiement n’est encore enregistré.',
  failed: 'Le chargement a échoué.',
  tryAgain: 'Réessayer',
  savedOn: (date) => `Enregistré le ${date}`,
  lastUsed: (when) => `Dernière utilisation : ${when}`,
  lastUsedOn: (date) => `Dernière utilisation le ${date}`,
  notUsed: 'Pas encore utilisé',
  remove: 'Retirer',
  removeOf: (method) => `Retirer ${method}`,
};
