import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: 'Formas de pagamento salvas',
  loading: 'Carregando…',
  empty: 'Nenhuma forma de pagamento salva ainda.',
  failed: 'Não foi possível carregar.',
  tryAgain: 'Tentar novamente',
  savedOn: 'Salva em {date}',
  lastUsed: 'Último uso: {when}',
  lastUsedOn: 'Último uso em {date}',
  notUsed: 'Ainda não usada',
  remove: 'Remover',
  removeOf: 'Remover {method}',
};
