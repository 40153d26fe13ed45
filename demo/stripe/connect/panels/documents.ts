/** Invoices for fees and forms for taxes: the stand-in issues none. */
import type { Panel } from './panel.ts';

export interface DocumentsShown {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly created: number }[];
}

export const documents: Panel = { read: (): DocumentsShown => ({ documents: [] }) };
