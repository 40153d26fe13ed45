import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'Datos de la cuenta',
  'title.account_onboarding': 'Configuración de la cuenta',
  'title.balances': 'Saldo',
  'title.documents': 'Documentos',
  'title.notification_banner': 'Notificaciones',
  'title.payment_method_settings': 'Métodos de pago',
  'title.payments': 'Pagos',
  'title.payouts': 'Transferencias',
  loading: 'Cargando…',
  tryAgain: 'Reintentar',
  window: 'Stripe puede abrir una ventana para confirmar que es usted.',
  inApp: 'Esto no funciona en el navegador de una aplicación.',
  openInBrowser: 'Abrir esta página en su navegador',
};
