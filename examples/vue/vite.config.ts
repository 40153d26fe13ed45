import vue from '@vitejs/plugin-vue';
import { tags } from 'inlay/tags';
import { defineConfig } from 'vite';

/** Vue has to be told which tags are not its own components. */
const isCustomElement = (tag: string) => tags.includes(tag);

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
