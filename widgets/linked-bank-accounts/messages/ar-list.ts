import type { Translation } from '../../shared/words.ts';
import type { ListWords } from './en-list.ts';

export const words: Translation<ListWords> = {
  label: 'الحسابات البنكية المرتبطة',
  loading: 'جارٍ التحميل…',
  empty: 'لم يتم ربط أي حساب بنكي بعد.',
  'kind.checking': 'حساب جارٍ',
  'kind.savings': 'حساب توفير',
  'kind.mortgage': 'رهن عقاري',
  'kind.line_of_credit': 'خط ائتمان',
  'kind.credit_card': 'بطاقة ائتمان',
  'kind.other': 'حساب',
  owed: 'المستحق {amounts}',
  available: 'المتاح {amounts}',
  asOf: 'حتى {moment}',
  noBalance: 'الرصيد غير معروف بعد',
  balance: 'الرصيد',
  ownership: 'المالكون',
  transactions: 'المعاملات',
  notShared: '{what}: لا توجد مشاركة',
  refresh: 'تحديث',
  disconnect: 'إلغاء الربط',
};
