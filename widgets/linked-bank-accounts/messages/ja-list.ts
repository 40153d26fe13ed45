import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: '連携済みの銀行口座',
  loading: '読み込み中…',
  empty: '連携済みの銀行口座はまだありません。',
  'kind.checking': '当座預金',
  'kind.savings': '普通預金',
  'kind.mortgage': '住宅ローン',
  'kind.line_of_credit': '与信枠',
  'kind.credit_card': 'クレジットカード',
  'kind.other': '口座',
  owed: '未払い {amounts}',
  available: '利用可能 {amounts}',
  asOf: '{moment} 時点',
  noBalance: '残高はまだ不明です',
  balance: '残高',
  ownership: '名義人',
  transactions: '取引',
  notShared: '{what}：共有なし',
  refresh: '更新',
  disconnect: '連携を解除',
};
