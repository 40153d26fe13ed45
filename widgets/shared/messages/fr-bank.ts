import type { BankWords } from './en-bank.ts';

export const frBank: BankWords = {
  link: 'Associer un compte',
  hint: 'Vous vous connectez avec Stripe et pouvez arrêter le partage à tout moment.',
  asks: (business) => `${business} vous demande l’accès à ces données :`,
  data: {
    balances: ['Soldes', 'le montant sur vos comptes'],
    ownership: ['Titulaires', 'nom, adresse, e-mail et téléphone'],
    payment_method: ['Numéro de compte', 'pour payer plus tard depuis ce compte'],
    transactions: ['Opérations', 'celles des 180 derniers jours et à venir'],
  },
  another: 'Associer un autre compte',
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  opening: 'Ouverture de Stripe…',
  open: 'Continuez dans la fenêtre de Stripe.',
  confirming: 'Vérification auprès de votre banque…',
  linked: (count) => (count === 1 ? '1 compte associé.' : `${count} comptes associés.`),
  linkedAccounts: 'Comptes associés',
  endingIn: (last4) => `se terminant par ${last4}`,
  inApp: 'Si votre banque ne s’ouvre pas, ouvrez cette page dans votre navigateur.',
  kinds: {
    checking: 'Compte courant',
    savings: 'Compte d’épargne',
    mortgage: 'Prêt immobilier',
    line_of_credit: 'Ligne de crédit',
    credit_card: 'Carte de crédit',
    other: 'Compte',
  },
};
