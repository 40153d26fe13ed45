import { catalogue } from '../../shared/catalogue.ts';
import { enCheckout } from './en-checkout.ts';

export const checkoutWords = catalogue('checkout', enCheckout, {
  fr: () => import('./fr-checkout.ts'),
  ja: () => import('./ja-checkout.ts'),
  es: () => import('./es-checkout.ts'),
  de: () => import('./de-checkout.ts'),
  pt: () => import('./pt-checkout.ts'),
  ar: () => import('./ar-checkout.ts'),
});
