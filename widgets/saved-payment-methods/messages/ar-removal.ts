import type { Translation } from '../../shared/words.ts';
import type { RemovalWords } from './en-removal.ts';

export const words: Translation<RemovalWords> = {
  confirm: 'هل تريد إزالة {method}؟',
  consequence: 'لن يكون من الممكن الخصم منها بعد ذلك.',
  keep: 'إبقاء',
  removing: 'جارٍ الإزالة…',
  removed: 'تمت إزالة {method}.',
  gone: 'لم تعد {method} محفوظة.',
};
