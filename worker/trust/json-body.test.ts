import { beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../testing/refused.ts';
import { createWorld, PAGE, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

async function post(body: BodyInit, contentType = 'application/json'): Promise<Response> {
  return world.fetch(`/v1/sites/${world.site.id}/account_links`, {
    method: 'POST',
    headers: { Origin: PAGE, Authorization: `Bearer ${await world.token()}`, 'Content-Type': contentType },
    body,
  });
}
const valid = { return_url: `${PAGE}/payouts` };

describe('refuses, without asking Stripe or writing a row (THREATS.md, Bodies)', () => {
  it('40: a chunked body over 64 KB', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(16 * 1024));
    const chunks = () =>
      new ReadableStream({
        start(controller) {
          for (let sent = 0; sent < 5; sent += 1) controller.enqueue(chunk);
          controller.close();
        },
      });
    await expectRefused(world, () => post(chunks()), 413, 'body_too_large');
  });

  it('40: a body that says it is over 64 KB', async () => {
    const padded = JSON.stringify({ return_url: `${PAGE}/${'x'.repeat(70_000)}` });
    await expectRefused(world, () => post(padded), 413, 'body_too_large');
  });

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp']) {
    it(`41: ${type}`, async () => {
      await expectRefused(world, () => post(JSON.stringify(valid), type), 415, 'content_type_unsupported');
    });
  }

  it('42: an unknown key, naming it', async () => {
    const error = await expectRefused(
      world,
      () => post(JSON.stringify({ ...valid, colour: 'red' })),
      400,
      'parameter_unknown',
    );
    expect(error.param).toBe('colour');
  });

  it('42: an account in the body', async () => {
    const error = await expectRefused(
      world,
      () => post(JSON.stringify({ ...valid, account: 'acct_of_somebody' })),
      400,
      'parameter_unknown',
    );
    expect(error.param).toBe('account');
  });

  it('42: __proto__ as a key', async () => {
    const body = `{"return_url":"${PAGE}/","__proto__":{"refresh":true}}`;
    await expectRefused(world, () => post(body), 400, 'body_invalid');
  });

  it('43: a truncated body', async () => {
    await expectRefused(world, () => post('{"return_url":"https://shop.ex'), 400, 'body_invalid');
  });

  it('43: no body', async () => {
    await expectRefused(world, () => post(''), 400, 'body_invalid');
  });

  it('43: a byte order mark', async () => {
    await expectRefused(world, () => post(`\ufeff${JSON.stringify(valid)}`), 400, 'body_invalid');
  });

  it('43: bytes that are not UTF-8', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"return_url":"'), 0xff, 0x22, 0x7d]);
    await expectRefused(world, () => post(bytes), 400, 'body_invalid');
  });

  it('43: a body nested 10,000 deep', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    await expectRefused(world, () => post(`{"return_url":${deep}}`), 400, 'body_invalid');
  });

  for (const [name, body, code] of [
    ['a list', '[]', 'parameter_missing'],
    ['null', 'null', 'parameter_invalid'],
    ['a string', '"x"', 'parameter_invalid'],
  ] as const) {
    it(`a body that is ${name}`, async () => {
      await expectRefused(world, () => post(body), 400, code);
    });
  }

  it('a missing parameter, naming it', async () => {
    const error = await expectRefused(world, () => post('{}'), 400, 'parameter_missing');
    expect(error.param).toBe('return_url');
  });

  it('a parameter of another type, naming it', async () => {
    const error = await expectRefused(
      world,
      () => post(JSON.stringify({ ...valid, refresh: 'yes' })),
      400,
      'parameter_invalid',
    );
    expect(error.param).toBe('refresh');
  });

  it('45: NUL in a string', async () => {
    await expectRefused(world, () => post(`{"return_url":"${PAGE}/\\u0000"}`), 400, 'body_invalid');
  });

  it('45: a lone surrogate', async () => {
    await expectRefused(world, () => post(`{"return_url":"${PAGE}/\\ud800"}`), 400, 'body_invalid');
  });
});
