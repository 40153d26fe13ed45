import { catalogue } from '../../shared/catalogue.ts';
import { enCheckout } from './en-checkout.ts';

export const checkoutWords = catalogue(enCheckout, {
  fr: () => import('./fr-checkout.ts').then(({ frCheckout }) => frCheckout),
});
