'use client';

import { init } from 'inlay/init';
import { ConnectOnboardButton } from 'inlay/react';
import { useState } from 'react';

// Not in an effect: the tag is in the server's HTML, and wants to know whom to ask as soon as its code is there.
init({ site: 'site_…', api: 'https://pay.example.com', tokenUrl: '/inlay/token' });

export function Payouts() {
  const [account, setAccount] = useState<string>();
  return (
    <>
      <ConnectOnboardButton onInlaySuccess={(event) => setAccount(event.detail.account.id ?? undefined)} />
      {account !== undefined && <p role="status">Ready to be paid: {account}</p>}
    </>
  );
}
