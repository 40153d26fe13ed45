/**
 * Runs a program that is not ours, at the head of a process group. When whoever started this is gone, however that
 * went, the whole group ends: a browser has processes of its own, and a killed test run must leave none behind.
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const end = () => process.kill(-process.pid, 'SIGKILL');
process.once('disconnect', end);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
  console.error(error.message);
  end();
});
child.once('exit', end);
