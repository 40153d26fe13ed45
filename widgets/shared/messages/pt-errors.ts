import type { Translation } from '../words.ts';
import type { ErrorWords } from './en-errors.ts';

export const words: Translation<ErrorWords> = {
  retry: 'Algo deu errado. Tente novamente.',
  busy: 'Há muita atividade no momento. Tente novamente em um minuto.',
  offline: 'Sem conexão. Verifique se você está on-line e tente novamente.',
  timeout: 'Está demorando demais. Tente novamente.',
  signedOut: 'Não foi possível confirmar sua sessão. Recarregue a página ou entre novamente.',
  notSetUp: 'Isto não funciona nesta página no momento. Entre em contato com o suporte.',
  refused: 'Você não pode fazer isto aqui. Entre em contato com o suporte.',
  disconnected: 'Sua conta da Stripe não está mais conectada. Entre em contato com o suporte.',
  tooOften: 'O link para a Stripe expirou várias vezes. Aguarde alguns minutos e continue pelo botão.',
  beingCreated: 'Sua conta está sendo criada. Tente novamente em instantes.',
  scriptMissing:
    'Não foi possível carregar a Stripe. Verifique sua conexão, permita a Stripe nos bloqueadores de conteúdo e tente novamente.',
  bankInactive: 'O banco não dá mais acesso a esta conta. Vincule-a novamente.',
  bankDisconnected: 'Esta conta bancária não está mais vinculada.',
  notShared: 'Isto não foi compartilhado.',
  notYet: 'Isto acabou de ser atualizado. Tente novamente mais tarde.',
  declined: 'O Cash App não autorizou. Você pode tentar novamente.',
  expired: 'O tempo para autorizar no Cash App acabou. Você pode tentar novamente.',
  methodGone: 'Esta forma de pagamento não está mais salva.',
  notReady: 'Ainda não é possível comprar isto aqui.',
  notPaid: 'O pagamento não foi concluído. Você pode tentar novamente.',
  accountFirst: 'Configure primeiro os repasses e depois volte aqui.',
};
