import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: 'Comptes bancaires associés',
  loading: 'Chargement…',
  empty: 'Aucun compte bancaire n’est encore associé.',
  'kind.checking': 'Compte courant',
  'kind.savings': 'Compte d’épargne',
  'kind.mortgage': 'Prêt immobilier',
  'kind.line_of_credit': 'Ligne de crédit',
  'kind.credit_card': 'Carte de crédit',
  'kind.other': 'Compte',
  owed: '{amounts} à rembourser',
  available: '{amounts} disponibles',
  asOf: 'au {moment}',
  noBalance: 'Solde pas encore connu',
  balance: 'Solde',
  ownership: 'Titulaires',
  transactions: 'Opérations',
  notShared: '{what} : non partagé',
  refresh: 'Actualiser',
  disconnect: 'Dissocier',
};
