/** Takes out of styles and templates the white space that only their authors read; no minifier looks into them. */
import type { Plugin } from 'vite';

export const noWhiteSpace: Plugin = {
  name: 'inlay:no-white-space',
  enforce: 'pre',
  transform: (code, id) => ({ code: id.endsWith('.styles.ts') ? tight(code) : unindented(code), map: null }),
};

/** Style sheets without the white space that only their authors read; there is nothing in them that a map would help with. */
function tight(code: string): string {
  return code.replace(/css`([^`]*)`/g, (_, sheet: string) => {
    const css = sheet
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replaceAll(' > ', '>')
      .replaceAll('@media (', '@media(')
      .replace(/='([\w-]+)'\]/g, '=$1]')
      .replace(/([\s:,(])0\./g, '$1.')
      .replaceAll(';}', '}');
    return `css\`${css.trim()}\``;
  });
}

/** Templates without the indentation that only their authors read. Every line stays where it is. */
function unindented(code: string): string {
  return code.replace(/(?<=[>}]\n)[ ]+(?=<|\$\{)/g, '');
}
