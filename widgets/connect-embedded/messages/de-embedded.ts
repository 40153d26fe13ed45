import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'Kontoangaben',
  'title.account_onboarding': 'Kontoeinrichtung',
  'title.balances': 'Guthaben',
  'title.documents': 'Dokumente',
  'title.notification_banner': 'Benachrichtigungen',
  'title.payment_method_settings': 'Zahlungsmethoden',
  'title.payments': 'Zahlungen',
  'title.payouts': 'Auszahlungen',
  loading: 'Wird geladen …',
  tryAgain: 'Erneut versuchen',
  window: 'Stripe öffnet vielleicht ein Fenster, um zu bestätigen, dass Sie es sind.',
  inApp: 'Das funktioniert nicht im Browser einer App.',
  openInBrowser: 'Diese Seite in Ihrem Browser öffnen',
};
