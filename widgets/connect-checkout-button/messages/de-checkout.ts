import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: 'Kaufen',
  hint: 'Sie bezahlen mit Stripe.',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen …',
  opening: 'Checkout wird geöffnet …',
  checking: 'Zahlung wird geprüft …',
  here: 'Bezahlen Sie im Formular unten.',
  close: 'Schließen',
  notCompleted: 'Nicht abgeschlossen. Sie können es erneut versuchen.',
  ranOut: 'Die Zeit zum Bezahlen ist abgelaufen. Sie können es erneut versuchen.',
  unavailable: 'Noch nicht verfügbar',
  unavailableMeans: 'Der Verkäufer kann zurzeit keine Zahlungen annehmen.',
  processing: 'Zahlung unterwegs',
  processingMeans: 'Das dauert einige Tage. Sie müssen nichts mehr tun.',
  paid: 'Bezahlt: {amount}',
  paidMeans: 'Ihre Zahlung ist abgeschlossen. Vielen Dank.',
};
