import type { Translation } from '../../shared/words.ts';
import type { CheckoutWords } from './en-checkout.ts';

export const words: Translation<CheckoutWords> = {
  buy: 'شراء',
  hint: 'تدفع عبر Stripe.',
  tryAgain: 'المحاولة مرة أخرى',
  loading: 'جارٍ التحميل…',
  opening: 'جارٍ فتح Checkout…',
  checking: 'جارٍ التحقق من الدفع…',
  here: 'ادفع في النموذج أدناه.',
  close: 'إغلاق',
  notCompleted: 'لم يكتمل الأمر. يمكنك المحاولة مرة أخرى.',
  ranOut: 'انتهى الوقت المتاح للدفع. يمكنك المحاولة مرة أخرى.',
  unavailable: 'غير متاح بعد',
  unavailableMeans: 'لا يستطيع البائع قبول المدفوعات حاليًا.',
  processing: 'الدفعة في الطريق',
  processingMeans: 'يستغرق ذلك بضعة أيام. لم يبقَ ما عليك فعله.',
  paid: 'تم دفع {amount}',
  paidMeans: 'اكتملت عملية الدفع. شكرًا لك.',
};
