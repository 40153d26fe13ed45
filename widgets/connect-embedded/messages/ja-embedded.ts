import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'Informations du compte',
  'title.account_onboarding': 'Configuration du compte',
  'title.balances': 'Solde',
  'title.documents': 'Justificatifs',
  'title.notification_banner': 'Avis',
  'title.payment_method_settings': 'Moyens de paiement',
  'title.payments': 'Paiements',
  'title.payouts': 'Virements',
  loading: 'Chargement…',
  tryAgain: 'Réessayer',
  window: 'Stripe peut ouvrir une fenêtre pour confirmer votre identité.',
  inApp: 'Cela ne fonctionne pas dans le navigateur d’une application.',
  openInBrowser: 'Ouvrir cette page dans votre navigateur',
};
