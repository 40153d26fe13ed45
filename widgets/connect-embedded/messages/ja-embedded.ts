import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'アカウント情報',
  'title.account_onboarding': 'アカウントの設定',
  'title.balances': '残高',
  'title.documents': '書類',
  'title.notification_banner': 'お知らせ',
  'title.payment_method_settings': '支払い方法',
  'title.payments': '支払い',
  'title.payouts': '入金',
  loading: '読み込み中…',
  tryAgain: 'もう一度試す',
  window: 'ご本人確認のため、Stripe がウィンドウを開くことがあります。',
  inApp: 'アプリ内のブラウザではご利用いただけません。',
  openInBrowser: 'このページをブラウザで開く',
};
