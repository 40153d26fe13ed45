import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: 'Comprar',
  hint: 'Você paga com a Stripe.',
  tryAgain: 'Tentar novamente',
  loading: 'Carregando…',
  opening: 'Abrindo o Checkout…',
  checking: 'Verificando o pagamento…',
  here: 'Pague no formulário abaixo.',
  close: 'Fechar',
  notCompleted: 'Não concluído. Você pode tentar novamente.',
  ranOut: 'O tempo para pagar acabou. Você pode tentar novamente.',
  unavailable: 'Ainda não disponível',
  unavailableMeans: 'O vendedor não pode aceitar pagamentos no momento.',
  processing: 'Pagamento a caminho',
  processingMeans: 'Leva alguns dias. Não há mais nada a fazer.',
  paid: 'Pago: {amount}',
  paidMeans: 'Seu pagamento foi concluído. Agradecemos.',
};
