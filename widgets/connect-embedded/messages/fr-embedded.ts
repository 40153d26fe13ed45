import type { EmbeddedWords } from './en-embedded.ts';

export const frEmbedded: EmbeddedWords = {
  titles: {
    account_management: 'Informations du compte',
    account_onboarding: 'Configuration du compte',
    balances: 'Solde',
    documents: 'Justificatifs',
    notification_banner: 'Avis',
    payment_method_settings: 'Moyens de paiement',
    payments: 'Paiements',
    payouts: 'Virements',
  },
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  window: 'Stripe peut ouvrir une fenêtre pour confirmer votre identité.',
  inApp: 'Cela ne fonctionne pas dans le navigateur d’une application.',
  openInBrowser: 'Ouvrir cette page dans votre navigateur',
};
