import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'Dados da conta',
  'title.account_onboarding': 'Configuração da conta',
  'title.balances': 'Saldo',
  'title.documents': 'Documentos',
  'title.notification_banner': 'Notificações',
  'title.payment_method_settings': 'Formas de pagamento',
  'title.payments': 'Pagamentos',
  'title.payouts': 'Repasses',
  loading: 'Carregando…',
  tryAgain: 'Tentar novamente',
  window: 'A Stripe pode abrir uma janela para confirmar que é você.',
  inApp: 'Isto não funciona no navegador de um aplicativo.',
  openInBrowser: 'Abrir esta página no seu navegador',
};
