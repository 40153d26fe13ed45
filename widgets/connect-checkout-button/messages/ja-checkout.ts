import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: '購入する',
  hint: 'Stripe でお支払いいただきます。',
  tryAgain: 'もう一度試す',
  loading: '読み込み中…',
  opening: 'Checkout を開いています…',
  checking: 'お支払いを確認しています…',
  here: '下のフォームでお支払いください。',
  close: '閉じる',
  notCompleted: '完了していません。もう一度お試しいただけます。',
  ranOut: 'お支払いの期限が切れました。もう一度お試しいただけます。',
  unavailable: 'まだ利用できません',
  unavailableMeans: '販売者は現在お支払いを受け付けられません。',
  processing: 'お支払いを処理中です',
  processingMeans: '数日かかります。これ以上の操作は必要ありません。',
  paid: 'お支払い済み：{amount}',
  paidMeans: 'お支払いが完了しました。ありがとうございます。',
};
