import { ConnectOnboardButton } from 'inlay/react';
import { useState } from 'react';

export function Payouts() {
  const [shown, setShown] = useState(true);
  const [dark, setDark] = useState(false);
  const [starts, setStarts] = useState(0);
  const [account, setAccount] = useState<string>();

  return (
    <main>
      <h1>Payouts</h1>
      <p>Tell us where your earnings should go.</p>
      {shown && (
        <ConnectOnboardButton
          appearance={{ theme: dark ? 'dark' : 'light' }}
          onInlayStart={() => setStarts((before) => before + 1)}
          onInlaySuccess={(event) => setAccount(event.detail.account.id ?? undefined)}
        />
      )}
      <p>Times you started: {starts}</p>
      {account !== undefined && <p role="status">Ready to be paid: {account}</p>}
      <button type="button" onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'}
      </button>
      <button type="button" onClick={() => setDark(!dark)}>
        {dark ? 'Light' : 'Dark'}
      </button>
    </main>
  );
}
