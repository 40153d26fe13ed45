import path from 'node:path';
import { expect, test } from 'vitest';
import { personNamed } from '../../demo/site/people.ts';
import { elements } from '../../demo/site/playground/elements.ts';
import { frontendCode } from '../../demo/site/snippet/frontend-code.ts';
import { wantedIn } from '../../demo/site/snippet/wanted.ts';
import { readPage } from '../../scripts/docs/blocks.ts';
import { scriptFaults } from '../../scripts/docs/script-check.ts';
import { project } from '../testing/places.ts';

const worker = 'https://pay.example.com';
const settings = {
  origin: 'http://localhost:5173',
  worker,
  standIn: null,
  site: 'site_1',
  key: { id: '', secret: '' },
};
const tags = elements().map(({ tag }) => tag);

test.each([
  ['react', ''],
  ['react', 'yes'],
  ['next', ''],
  ['next', 'yes'],
])('what /snippet writes for %s compiles with the package installed; nonce: "%s"', (frontend, nonce) => {
  const person = personNamed('ann');
  if (person === null) throw new Error('Ann is a name.');
  const asked = { frontend, nonce };
  const query = (name: string) => Object.entries(asked).find(([one]) => one === name)?.[1];
  const code = frontendCode(wantedIn({ query, queries: () => tags, settings, person, tags }));
  const { blocks } = readPage('/snippet', `\`\`\`tsx\n${code}\n\`\`\``);
  expect(scriptFaults(blocks, path.join(project, 'snippet'))).toEqual([]);
});
