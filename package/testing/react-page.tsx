/** A page of an app that uses a wrapper under React's strict mode, for react.test.ts to press. */
import type { ConnectOnboardButton as Element } from 'inlay';
import { init } from 'inlay/init';
import { ConnectOnboardButton } from 'inlay/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const log: string[] = [];
const fetchToken = async () => 'a.b.c';

function App() {
  const [renders, setRenders] = useState(1);
  const button = useRef<Element>(null);
  const told = () => log.push(`change ${renders}`);
  return (
    <>
      <ConnectOnboardButton
        ref={button}
        className="wide"
        presentation="popup"
        fetchToken={fetchToken}
        appearance={{ theme: 'dark' }}
        {...(renders < 4 && { onInlayChange: told })}
      />
      <button type="button" onClick={() => setRenders(renders + 1)}>
        Render again
      </button>
      <button type="button" onClick={() => button.current?.dispatchEvent(new CustomEvent('inlay-change'))}>
        Tell
      </button>
      <output>{JSON.stringify({ renders, element: button.current?.localName })}</output>
    </>
  );
}

init({ site: 'site_1' });
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
Object.assign(window, { log, fetchToken });
