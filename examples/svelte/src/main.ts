/** Inlay in Svelte 5. `npm install inlay`; each element is an import, `init` once. */
import 'inlay/elements/connect-onboard-button';
import { init } from 'inlay/init';
import { mount } from 'svelte';
import App from './app.svelte';

init({ site: 'site_…', api: 'https://pay.example.com', tokenUrl: '/inlay/token' });

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app.');
mount(App, { target });
