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
  balance: {
    current: (amounts) => amounts,
    owed: (amounts) => `${amounts} à rembourser`,
    available: (amounts) => `${amounts} disponibles`,
    used: (amounts) => `${amounts} utilisés`,
  },
  asOf: (moment) => `au ${moment}`,
  noBalance: 'Solde pas encore connu',
  notShared: 'non partagé',
  things: { balances: 'Solde', ownership: 'Titulaires', transactions: 'Opérations' },
  share: {
    balances: 'Partager aussi le solde',
    ownership: 'Partager aussi les titulaires',
    transactions: 'Partager aussi les opérations',
  },
  inactive: 'La banque ne donne plus accès à ce compte.',
  relink: 'La banque vous demande de vous reconnecter.',
  relinkBy: (date) => `La banque vous demande de vous reconnecter avant le ${date}.`,
  disconnected: 'Ce compte a été dissocié.',
  linkAgain: 'Associer à nouveau',
  remove: 'Retirer',
  refresh: 'Actualiser',
  disconnect: 'Dissocier',
};
