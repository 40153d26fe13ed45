import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'Cash App Pay を保存する',
  hint: 'Cash App で承認します。',
  'terms.off_session':
    '続行すると、この承認が取り消されるまで、{business}が{terms}に従い、今後の支払いのためにお客様の Cash App アカウントから引き落とすことを承認したことになります。承認は Cash App の設定でいつでも取り消せます。',
  'terms.on_session':
    '続行すると、この承認が取り消されるまで、{business}が{terms}に従い、お客様が行う支払いのためにお客様の Cash App アカウントから引き落とすことを承認したことになります。承認は Cash App の設定でいつでも取り消せます。',
  termsOf: '{business}の規約',
  another: '別の Cash App アカウントを保存する',
  tryAgain: 'もう一度試す',
  checkAgain: 'もう一度確認する',
  loading: '読み込み中…',
  opening: '準備中…',
  'place.dialog': 'スマートフォンでコードを読み取り、Cash App で続けてください。',
  'place.cashapp': 'Cash App で続けてください。',
  'place.here': 'スマートフォンのカメラまたは Cash App でコードを読み取ってください。',
  confirming: 'Cash App に確認しています…',
  pending: 'Cash App の確認がまだ済んでいません。数分かかることがあり、このページを閉じても続行されます。',
  saved: 'Cash App Pay を保存しました。',
  termsChanged: '規約が変更されました。内容をお読みのうえ、もう一度ボタンを押してください。',
  qrCode: 'Cash App の QR コード',
  newCodeIn: '{seconds}秒後に新しいコード',
  notDrawn: 'ここではコードを表示できません。',
  onThisDevice: 'この端末で Cash App を開く',
  cancel: 'キャンセル',
};
