import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: 'Contas bancárias vinculadas',
  loading: 'Carregando…',
  empty: 'Nenhuma conta bancária vinculada ainda.',
  'kind.checking': 'Conta corrente',
  'kind.savings': 'Conta poupança',
  'kind.mortgage': 'Financiamento imobiliário',
  'kind.line_of_credit': 'Linha de crédito',
  'kind.credit_card': 'Cartão de crédito',
  'kind.other': 'Conta',
  owed: '{amounts} devidos',
  available: '{amounts} disponíveis',
  asOf: 'em {moment}',
  noBalance: 'Saldo ainda desconhecido',
  balance: 'Saldo',
  ownership: 'Titulares',
  transactions: 'Transações',
  notShared: '{what}: sem compartilhamento',
  refresh: 'Atualizar',
  disconnect: 'Desvincular',
};
