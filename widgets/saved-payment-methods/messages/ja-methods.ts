import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: '保存済みの支払い方法',
  loading: '読み込み中…',
  empty: '保存済みの支払い方法はまだありません。',
  failed: '読み込めませんでした。',
  tryAgain: 'もう一度試す',
  savedOn: '{date}に保存',
  lastUsed: '最終利用：{when}',
  lastUsedOn: '最終利用：{date}',
  notUsed: 'まだ利用していません',
  remove: '削除',
  removeOf: '{method}を削除',
};
