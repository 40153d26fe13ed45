import type { ListWords } from './en-list.ts';

export const frList: ListWords = {
  label: 'Comptes bancaires associés',
  loading: 'Chargement…',
  empty: 'Aucun compte bancaire n’est encore associé.',
  kinds: {
    checking: 'Compte courant',
    savings: 'Compte d’épargne',
    mortgage: 'Prêt immobilier',
    line_of_credit: 'Ligne de crédit',
    credit_card: 'Carte de crédit',
    other: 'Compte',
  },
  current: (amounts) => amounts,
  owed: (amounts) => `${amounts} à rembourser`,
  available: (amounts) => `${amounts} disponibles`,
  asOf: (moment) => `au ${moment}`,
  noBalance: 'Solde pas encore connu',
  balance: 'Solde',
  ownership: 'Titulaires',
  transactions: 'Opérations',
  notShared: (what) => `${what} : non partagé`,
  refresh: 'Actualiser',
  disconnect: 'Dissocier',
};
