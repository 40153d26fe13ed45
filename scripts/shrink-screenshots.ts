/** Part of `npm run screenshots`: writes each in sixteen colours, which is all they need, so that the repository stays small. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// Comes with wrangler. Only who makes new screenshots needs it.
import sharp from 'sharp';
import { repository } from './wrangler.ts';

const folder = path.join(repository, 'demo/e2e/screenshots');
let bytes = 0;
for (const name of readdirSync(folder).filter((one) => one.endsWith('.png'))) {
  const file = path.join(folder, name);
  const image = readFileSync(file);
  const { isPalette } = await sharp(image).metadata();
  const small = isPalette ? image : await shrunk(image);
  if (small !== image) writeFileSync(file, small);
  bytes += small.length;
}
console.log(`${folder}: ${Math.ceil(bytes / 1024)} KB`);

function shrunk(image: Buffer): Promise<Buffer> {
  return sharp(image).png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}
