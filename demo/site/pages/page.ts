import type { Html, View } from '../layout.ts';

/** One page of the host site. A new flow is a file with one of these and a line in `pages/index.ts`. */
export interface Page {
  readonly path: `/${string}`;
  /** In the navigation. */
  readonly label: string;
  readonly title: string;
  /** For the list of pages: the element as it is written, and what this page shows of it. */
  readonly element: string;
  readonly shows: string;
  readonly body: (view: View) => Html;
}
