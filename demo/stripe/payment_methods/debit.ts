/** How a debit of a bank account goes on: nobody knows at once whether the bank pays. */
export interface TestDebit {
  /** Seconds until the bank has paid, or has not. */
  readonly settles: number;
  /** Why it will not pay; null where it will. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}
