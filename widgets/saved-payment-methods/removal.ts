/** How far the removal of a method has come, and what its buttons do. */
import type { InlayError } from '../shared/inlay-error.ts';

export type Removal =
  | { readonly name: 'confirming' }
  | { readonly name: 'busy' }
  | { readonly name: 'failed'; readonly error: InlayError };

export type Press = 'confirm' | 'keep' | 'remove';
