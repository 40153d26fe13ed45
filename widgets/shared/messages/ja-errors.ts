import type { Translation } from '../words.ts';
import type { ErrorWords } from './en-errors.ts';

export const words: Translation<ErrorWords> = {
  retry: '問題が発生しました。もう一度お試しください。',
  busy: 'ただいま混み合っています。1分ほどしてからもう一度お試しください。',
  offline: '接続がありません。オンラインであることを確認して、もう一度お試しください。',
  timeout: '時間がかかりすぎています。もう一度お試しください。',
  signedOut: 'ログイン状態を確認できませんでした。ページを再読み込みするか、もう一度ログインしてください。',
  notSetUp: '現在このページではご利用いただけません。サポートにお問い合わせください。',
  refused: 'ここではこの操作を行えません。サポートにお問い合わせください。',
  disconnected: 'Stripe アカウントの連携が解除されています。サポートにお問い合わせください。',
  tooOften: 'Stripe へのリンクが何度か期限切れになりました。数分待ってから、ボタンで続けてください。',
  beingCreated: 'アカウントを作成しています。少ししてからもう一度お試しください。',
  scriptMissing:
    'Stripe を読み込めませんでした。接続を確認し、コンテンツブロッカーで Stripe を許可して、もう一度お試しください。',
  bankInactive: '銀行がこの口座へのアクセスを許可しなくなりました。もう一度連携してください。',
  bankDisconnected: 'この銀行口座は連携されていません。',
  notShared: 'この情報は共有されていません。',
  notYet: '更新されたばかりです。後ほどもう一度お試しください。',
  declined: 'Cash App で承認されませんでした。もう一度お試しいただけます。',
  expired: 'Cash App での承認期限が切れました。もう一度お試しいただけます。',
  methodGone: 'この支払い方法は保存されていません。',
  notReady: 'こちらではまだ購入できません。',
  notPaid: 'お支払いが完了しませんでした。もう一度お試しいただけます。',
  accountFirst: '先に入金を設定してから、ここに戻ってください。',
};
