import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: 'Comprar',
  hint: 'Paga con Stripe.',
  tryAgain: 'Reintentar',
  loading: 'Cargando…',
  opening: 'Abriendo Checkout…',
  checking: 'Comprobando el pago…',
  here: 'Pague en el formulario de abajo.',
  close: 'Cerrar',
  notCompleted: 'No se ha completado. Puede intentarlo de nuevo.',
  ranOut: 'Se ha agotado el tiempo para pagar. Puede intentarlo de nuevo.',
  unavailable: 'Todavía no disponible',
  unavailableMeans: 'El vendedor no puede aceptar pagos por el momento.',
  processing: 'Pago en camino',
  processingMeans: 'Tarda unos días. Ya no tiene que hacer nada.',
  paid: 'Pagado: {amount}',
  paidMeans: 'Su pago se ha completado. Gracias.',
};
