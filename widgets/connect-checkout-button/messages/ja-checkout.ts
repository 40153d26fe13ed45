import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: 'Acheter',
  hint: 'Vous payez avec Stripe.',
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  opening: 'Ouverture du paiement…',
  checking: 'Vérification du paiement…',
  here: 'Payez dans le formulaire ci-dessous.',
  close: 'Fermer',
  notCompleted: 'Achat non terminé. Vous pouvez réessayer.',
  ranOut: 'Le délai de paiement est écoulé. Vous pouvez réessayer.',
  unavailable: 'Pas encore disponible',
  unavailableMeans: 'Le vendeur ne peut pas encaisser de paiements pour le moment.',
  processing: 'Paiement en cours',
  processingMeans: 'Il prend quelques jours. Vous n’avez plus rien à faire.',
  paid: 'Payé : {amount}',
  paidMeans: 'Votre paiement est terminé. Merci.',
};
