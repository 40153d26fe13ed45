import type { Words } from './en.ts';

export const fr: Words = {
  setUp: 'Configurer les virements',
  continue: 'Poursuivre la configuration',
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  hint: 'Vous continuerez sur le site de Stripe, puis reviendrez ici.',
};
