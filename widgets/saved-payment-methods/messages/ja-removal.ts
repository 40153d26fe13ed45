import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: '{method}を削除しますか？',
  consequence: '今後この支払い方法には請求できなくなります。',
  keep: '残す',
  removing: '削除しています…',
  removed: '{method}を削除しました。',
  gone: '{method}は保存されていません。',
};
