/**
 * Inlay in Next's App Router. `npm install inlay`. What handles events is a client component, `payouts.tsx`; it is rendered on
 * the server, too, and so is the page around it.
 */
import { Payouts } from './payouts.tsx';

export default function Page() {
  return (
    <main>
      <h1>Payouts</h1>
      <p>Tell us where your earnings should go.</p>
      <Payouts />
    </main>
  );
}
