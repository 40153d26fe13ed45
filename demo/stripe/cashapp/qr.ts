/** QR codes as the pictures that Stripe gives out: SVG and PNG. Web standards only, so that any runtime draws them. */
import encodeQR from 'qr';

/** Pixels a module has in the PNG. */
const SCALE = 8;

/** Rows of modules, true where they are dark, with the quiet border that scanners need. */
function modules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
}

export function qrSvg(text: string): string {
  const rows = modules(text);
  const size = rows.length;
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * SCALE}" height="${size * SCALE}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark}"/></svg>`;
}

/** Eight bits of grey a pixel, unfiltered: large before it is deflated, and simple. */
export async function qrPng(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = modules(text);
  const size = rows.length * SCALE;
  const pixels = new Uint8Array(size * (size + 1));
  for (let y = 0; y < size; y += 1) {
    const row = rows[Math.floor(y / SCALE)] ?? [];
    for (let x = 0; x < size; x += 1) pixels[y * (size + 1) + 1 + x] = row[Math.floor(x / SCALE)] ? 0 : 255;
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header[8] = 8;
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', await deflated(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Length, name, content, and a check of the last two. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const checked = joined([new TextEncoder().encode(name), content]);
  const [length, check] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, content.length);
  new DataView(check.buffer).setUint32(0, crc(checked));
  return joined([length, checked, check]);
}

function crc(bytes: Uint8Array): number {
  let state = 0xffffffff;
  for (const byte of bytes) {
    state ^= byte;
    for (let bit = 0; bit < 8; bit += 1) state = (state >>> 1) ^ (state & 1 ? 0xedb88320 : 0);
  }
  return ~state >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
