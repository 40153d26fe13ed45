import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'حفظ Cash App Pay',
  hint: 'توافق على ذلك في Cash App.',
  'terms.off_session':
    'بالمتابعة، فإنك تفوّض {business} بالخصم من حسابك في Cash App للمدفوعات المستقبلية وفقًا لـ{terms}، إلى أن يُلغى هذا التفويض. يمكنك إلغاؤه في أي وقت من إعدادات Cash App.',
  'terms.on_session':
    'بالمتابعة، فإنك تفوّض {business} بالخصم من حسابك في Cash App للمدفوعات التي تجريها وفقًا لـ{terms}، إلى أن يُلغى هذا التفويض. يمكنك إلغاؤه في أي وقت من إعدادات Cash App.',
  termsOf: 'شروط {business}',
  another: 'حفظ حساب Cash App آخر',
  tryAgain: 'المحاولة مرة أخرى',
  checkAgain: 'التحقق مرة أخرى',
  loading: 'جارٍ التحميل…',
  opening: 'جارٍ التحضير…',
  'place.dialog': 'امسح الرمز بهاتفك للمتابعة في Cash App.',
  'place.cashapp': 'تابع في Cash App.',
  'place.here': 'امسح الرمز بكاميرا هاتفك أو بتطبيق Cash App.',
  confirming: 'جارٍ التحقق من Cash App…',
  pending: 'لم يؤكد Cash App ذلك بعد. قد يستغرق بضع دقائق ويستمر دون هذه الصفحة.',
  saved: 'تم حفظ Cash App Pay.',
  termsChanged: 'تغيرت الشروط. يرجى قراءتها ثم الضغط على الزر مرة أخرى.',
  qrCode: 'رمز QR من Cash App',
  newCodeIn: 'رمز جديد خلال {seconds} ث',
  notDrawn: 'لا يمكن عرض الرمز هنا.',
  onThisDevice: 'فتح Cash App على هذا الجهاز',
  cancel: 'إلغاء',
};
