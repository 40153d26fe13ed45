import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: 'Verknüpfte Bankkonten',
  loading: 'Wird geladen …',
  empty: 'Es ist noch kein Bankkonto verknüpft.',
  'kind.checking': 'Girokonto',
  'kind.savings': 'Sparkonto',
  'kind.mortgage': 'Hypothek',
  'kind.line_of_credit': 'Kreditlinie',
  'kind.credit_card': 'Kreditkarte',
  'kind.other': 'Konto',
  owed: '{amounts} offen',
  available: '{amounts} verfügbar',
  asOf: 'Stand: {moment}',
  noBalance: 'Kontostand noch nicht bekannt',
  balance: 'Kontostand',
  ownership: 'Inhaber',
  transactions: 'Umsätze',
  notShared: '{what}: nicht freigegeben',
  refresh: 'Aktualisieren',
  disconnect: 'Trennen',
};
