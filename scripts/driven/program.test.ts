import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startProgram } from './program.ts';

/** Starts a process of its own, as a browser does, and says which. */
const parent = `const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
console.log('child ' + child.pid + ' of ' + process.pid);`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a program ends with all that it has started', async () => {
  const program = startProgram(process.execPath, ['-e', parent]);
  const [, child, own] = await program.says(/child (\d+) of (\d+)/);
  await program.end();
  await expect.poll(() => [child, own].map(Number).filter(isRunning), { timeout: 20_000 }).toEqual([]);
});

test('a program ends when whoever started it is killed', async () => {
  const starter = `import { startProgram } from ${JSON.stringify(new URL('program.ts', import.meta.url).href)};
    const program = startProgram(process.execPath, ['-e', ${JSON.stringify(parent)}]);
    console.log((await program.says(/child (\\d+) of (\\d+)/))[0]);`;
  const run = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', starter]);
  const [said] = await once(run.stdout, 'data');
  const pids = [...String(said).matchAll(/\d+/g)].map(Number);
  expect(pids).toHaveLength(2);
  run.kill('SIGKILL');
  await expect.poll(() => pids.filter(isRunning), { timeout: 20_000 }).toEqual([]);
});

test('a program that ends too soon is told of with what it said', async () => {
  const program = startProgram(process.execPath, ['-e', 'console.error("no screen"); process.exit(3)']);
  await expect(program.says(/ready/)).rejects.toThrow(/no screen/);
});
