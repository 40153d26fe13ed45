/** The bundle as the Worker serves it: what `scripts/bundle.test.ts` says of the files has to arrive. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { expect, test } from './test.ts';

const Integrity = v.record(v.string(), v.string());
const SourceMap = v.object({ sources: v.array(v.string()), sourcesContent: v.array(v.string()) });

/** Of what the Worker serves at this moment. */
async function hashes(worker: string): Promise<Record<string, string>> {
  return v.parse(Integrity, await (await fetch(`${worker}/integrity.json`)).json());
}

test('every file has the hash that is published, may be loaded by any page, and is kept as long as it stays the same', async ({
  demo,
}) => {
  const files = Object.entries(await hashes(demo.worker));
  expect(files.length).toBeGreaterThan(20);
  for (const [file, published] of files) {
    const { headers, bytes } = await fetched(`${demo.worker}/${file}`);
    expect(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, file).toBe(published);
    expect(headers.get('Access-Control-Allow-Origin'), file).toBe('*');
    expect(headers.get('Content-Type'), file).toContain('javascript');
    const kept = file.startsWith('v/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400';
    expect(headers.get('Cache-Control'), file).toBe(kept);
  }
});

test('a file names its source map in a header, and the map has what was written', async ({ demo }) => {
  const files = Object.keys(await hashes(demo.worker)).filter((file) => !file.includes('rolldown-runtime'));
  for (const file of files) {
    const map = (await fetched(`${demo.worker}/${file}`)).headers.get('SourceMap');
    expect(map, file).toBe(`/${file}.map`);
    const { sources, sourcesContent } = v.parse(
      SourceMap,
      JSON.parse((await fetched(`${demo.worker}${map}`)).bytes.toString()),
    );
    expect(sourcesContent, file).toHaveLength(sources.length);
    expect(
      sources.some((source, at) => source.endsWith('.ts') && (sourcesContent[at] ?? '').length > 20),
      file,
    ).toBe(true);
  }
});

/** On a connection of its own: one that is kept may be closed by the Worker just when it is used again. */
async function fetched(address: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await fetch(address, { headers: { Connection: 'close' } });
  expect(response.status, address).toBe(200);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
