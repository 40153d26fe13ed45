import type { RemovalWords } from './en-removal.ts';

export const frRemoval: RemovalWords = {
  confirm: (method) => `Retirer ${method} ?`,
  consequence: 'Ce moyen de paiement ne pourra plus être débité.',
  keep: 'Conserver',
  removing: 'Retrait en cours…',
  removed: (method) => `${method} a été retiré.`,
  gone: (method) => `${method} n’est plus enregistré.`,
};
