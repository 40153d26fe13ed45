import type { Translation } from '../../shared/words.ts';
import type { MethodWords } from './en-methods.ts';

export const words: Translation<MethodWords> = {
  label: 'طرق الدفع المحفوظة',
  loading: 'جارٍ التحميل…',
  empty: 'لم يتم حفظ أي طريقة دفع بعد.',
  failed: 'تعذّر التحميل.',
  tryAgain: 'المحاولة مرة أخرى',
  savedOn: 'تم الحفظ في {date}',
  lastUsed: 'آخر استخدام: {when}',
  lastUsedOn: 'آخر استخدام في {date}',
  notUsed: 'لم تُستخدم بعد',
  remove: 'إزالة',
  removeOf: 'إزالة {method}',
};
