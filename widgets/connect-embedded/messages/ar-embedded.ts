import type { Translation } from '../../shared/words.ts';
import type { EmbeddedWords } from './en-embedded.ts';

export const words: Translation<EmbeddedWords> = {
  'title.account_management': 'بيانات الحساب',
  'title.account_onboarding': 'إعداد الحساب',
  'title.balances': 'الأرصدة',
  'title.documents': 'المستندات',
  'title.notification_banner': 'الإشعارات',
  'title.payment_method_settings': 'طرق الدفع',
  'title.payments': 'المدفوعات',
  'title.payouts': 'التحويلات',
  loading: 'جارٍ التحميل…',
  tryAgain: 'المحاولة مرة أخرى',
  window: 'قد تفتح Stripe نافذة للتأكد من هويتك.',
  inApp: 'هذا لا يعمل في متصفح داخل تطبيق.',
  openInBrowser: 'فتح هذه الصفحة في متصفحك',
};
