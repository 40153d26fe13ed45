/** The tags of HTML as it was sent: those that a browser makes elements of, before any script runs. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Tag } from '../../doctor/page-tags.ts';

/** What stands in these is no part of the page. In scripts, styles and texts the tokenizer finds no tags. */
const INERT = /^(template|noscript)$/i;

/** The tokenizer alone: however long or deep a page is, it is read once, from its beginning to its end. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  let [name, attribute, value] = ['', '', ''];
  let attributes: Record<string, string> = {};
  let inert = 0;
  const opened = () => {
    if (inert === 0) tags.push({ name, attributes });
    if (INERT.test(name)) inert += 1;
  };
  const textAt = (start: number, end: number) => html.slice(start, end);
  const unread = () => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = textAt(start, end).toLowerCase();
      attributes = {};
    },
    onattribname(start, end) {
      attribute = textAt(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += textAt(start, end);
    },
    onattribentity(code) {
      value += String.fromCodePoint(code);
    },
    // Of two attributes of one name the first counts.
    onattribend() {
      if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag(start, end) {
      if (inert > 0 && INERT.test(textAt(start, end))) inert -= 1;
    },
    oncdata: unread,
    oncomment: unread,
    ondeclaration: unread,
    onend: unread,
    onprocessinginstruction: unread,
    ontext: unread,
    ontextentity: unread,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}
