/** Inlay in React 19. `npm install inlay`; `init` once, before anything is rendered. */
import { init } from 'inlay/init';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Payouts } from './payouts.tsx';

init({ site: 'site_…', api: 'https://pay.example.com', tokenUrl: '/inlay/token' });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <Payouts />
  </StrictMode>,
);
