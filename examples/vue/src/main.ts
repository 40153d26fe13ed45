/** Inlay in Vue 3. `npm install inlay`; each element is an import, `init` once. */
import 'inlay/elements/connect-onboard-button';
import { init } from 'inlay/init';
import { createApp } from 'vue';
import App from './app.vue';

init({ site: 'site_…', api: 'https://pay.example.com', tokenUrl: '/inlay/token' });

createApp(App).mount('#app');
