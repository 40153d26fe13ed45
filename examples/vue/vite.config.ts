import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Vue has to be told which tags are not its own components. */
const isCustomElement = (tag: string) => tag.includes('-');

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
