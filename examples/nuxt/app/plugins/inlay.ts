import { init } from 'inlay/init';

export default defineNuxtPlugin(() => {
  const { site, api } = useRuntimeConfig().public.inlay;
  init({ site, api, tokenUrl: '/inlay/token' });
});
