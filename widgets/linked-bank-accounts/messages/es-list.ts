import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: 'Cuentas bancarias vinculadas',
  loading: 'Cargando…',
  empty: 'Todavía no hay ninguna cuenta bancaria vinculada.',
  'kind.checking': 'Cuenta corriente',
  'kind.savings': 'Cuenta de ahorro',
  'kind.mortgage': 'Hipoteca',
  'kind.line_of_credit': 'Línea de crédito',
  'kind.credit_card': 'Tarjeta de crédito',
  'kind.other': 'Cuenta',
  owed: '{amounts} de deuda',
  available: '{amounts} disponibles',
  asOf: 'a fecha de {moment}',
  noBalance: 'Saldo todavía desconocido',
  balance: 'Saldo',
  ownership: 'Titulares',
  transactions: 'Movimientos',
  notShared: '{what}: no compartido',
  refresh: 'Actualizar',
  disconnect: 'Desvincular',
};
