import { tags } from 'inlay/tags';

/** Inlay in Nuxt. `npm install inlay`; the two values come from NUXT_PUBLIC_INLAY_SITE and NUXT_PUBLIC_INLAY_API. */
export default defineNuxtConfig({
  compatibilityDate: '2026-10-01',
  telemetry: false,
  app: {
    head: {
      title: 'Payouts',
      htmlAttrs: { lang: 'en' },
      meta: [{ name: 'color-scheme', content: 'light dark' }],
    },
  },
  css: ['~/app.css'],
  runtimeConfig: { public: { inlay: { site: '', api: '' } } },
  // Vue has to be told which tags are not its own components.
  vue: { compilerOptions: { isCustomElement: (tag) => tags.includes(tag) } },
});
