import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { choosePorts, readPort } from './ports.ts';

const open: Server[] = [];

function occupy(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    open.push(server);
    server.listen(0, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

const all = ['site', 'worker', 'stripe'] as const;

test('0 takes free ports, each its own', async () => {
  const ports = await choosePorts({ site: 0, worker: 0, stripe: 0 }, all);
  expect(new Set(Object.values(ports)).size).toBe(3);
  expect(Object.values(ports).every((port) => port > 0)).toBe(true);
});

test('a taken port is named with what wanted it and the flag that changes it', async () => {
  const taken = await occupy('127.0.0.1');
  await expect(choosePorts({ site: 0, worker: taken, stripe: 0 }, all)).rejects.toThrow(
    new RegExp(`Port ${taken} for the Worker is taken.*--port-worker ${taken + 1}`),
  );
});

test('every taken port is named at once', async () => {
  const ports = { site: await occupy('127.0.0.1'), worker: 0, stripe: await occupy('127.0.0.1') };
  await expect(choosePorts(ports, all)).rejects.toThrow(/--port-site.*--port-stripe/s);
});

test('two parts asked for one port are told apart', async () => {
  const { site } = await choosePorts({ site: 0, worker: 0, stripe: 0 }, ['site']);
  await expect(choosePorts({ site, worker: site, stripe: 0 }, all)).rejects.toThrow(/the Worker is taken/);
});

test('the port of a part that will not start does not matter', async () => {
  const taken = await occupy('127.0.0.1');
  await expect(choosePorts({ site: 0, worker: 0, stripe: taken }, ['site', 'worker'])).resolves.toMatchObject({
    stripe: taken,
  });
});

test.each(['', '-1', '65536', '80a', '1e3', ' 80'])('"%s" is not a port', (text) => {
  expect(() => readPort('--port-site', text)).toThrow(/--port-site/);
});

test.each(['0', '5173', '65535'])('%s is a port', (text) => {
  expect(readPort('--port-site', text)).toBe(Number(text));
});
