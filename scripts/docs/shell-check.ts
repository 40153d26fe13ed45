/** Whether a block for a terminal can be typed: bash reads it, and every command and option of ours in it exists. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import packageJson from '../../package.json' with { type: 'json' };
import { SiteSettings } from '../../worker/rules/site-settings.ts';
import { repository } from '../wrangler.ts';

const { scripts } = packageJson;
/** What npm does without a script. */
const NPM = ['ci', 'install', 'start', 'test', 'publish'];
const PROGRAMS = ['cd', 'cp', 'curl', 'echo', 'export', 'git', 'node', 'npm', 'npx', 'openssl'];
const usage = readFileSync(path.join(repository, 'scripts/site.ts'), 'utf8');

export function shellFaults(text: string): string[] {
  const { stderr, status } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
  return [...(status === 0 ? [] : [stderr.trim()]), ...commandsOf(text).flatMap(commandFaults)];
}

/** Each command by itself, without comments. */
function commandsOf(text: string): string[] {
  // What stands in quotes may have anything in it, line ends too.
  const quoted: string[] = [];
  const plain = text.replace(/'[^']*'|"[^"]*"/g, (whole) => `\0${quoted.push(whole) - 1}\0`);
  return plain
    .replaceAll('\\\n', ' ')
    .replace(/(^|\s)#.*$/gm, '')
    .split(/\n|&&|\|\|?|;/)
    .map((command) => command.trim().replace(/\0(\d+)\0/g, (_, index: string) => quoted[Number(index)] ?? ''))
    .filter((command) => command !== '');
}

function commandFaults(command: string): string[] {
  const [program = '', first = '', second = ''] = command.split(/\s+/);
  if (!PROGRAMS.includes(program)) return [`nobody has said that ${program} may be used here`];
  if (program === 'npm' && first === 'run') {
    return second in scripts ? siteFaults(second, command) : [`there is no script ${second} in package.json`];
  }
  if (program === 'npm' && !NPM.includes(first)) return [`npm ${first} is not checked`];
  if (program === 'npx')
    return first === 'inlay' || hasProgram(first) ? [] : [`npx ${first} is nothing that is installed`];
  if (program === 'node')
    return existsSync(path.join(repository, first)) ? nodeFaults(command) : [`there is no ${first}`];
  return [];
}

/** In any text: what README's Node cannot run. npm's scripts run on the one that this repository installs. */
export function nodeFaults(text: string): string[] {
  if (text.includes('Node 22.18 or newer')) return [];
  return [...text.matchAll(/\bnode(?: --?[\w-]+(?:=\S+)?)* [\w./-]+\.[cm]?tsx?\b/g)].map(
    ([command]) => `${command}: TypeScript needs Node 22.18 or newer. Say so there, or name a script of package.json`,
  );
}

const hasProgram = (name: string) => existsSync(path.join(repository, 'node_modules/.bin', name));

/** `npm run site -- …`: its options, and the settings given as JSON. */
function siteFaults(script: string, command: string): string[] {
  if (script !== 'site') return [];
  const options = [...command.replace(/'[^']*'/g, '').matchAll(/\s(--[\w-]+)/g)].flatMap(([, option]) => option ?? []);
  const unknown = options.filter((option) => !usage.includes(`  ${option} `));
  const settings = [...command.matchAll(/--(bank|save|checkout|embedded) '([^']*)'/g)];
  return [
    ...unknown.map((option) => `npm run site knows no ${option}`),
    ...settings.flatMap(([, name = '', json = '']) => settingFaults(name, json)),
  ];
}

export function settingFaults(name: string, json: string): string[] {
  const schema = Object.entries(SiteSettings.entries).find(([setting]) => setting === name)?.[1];
  if (schema === undefined) return [`there is no setting ${name}`];
  const read = v.safeParse(schema, JSON.parse(json));
  return read.success ? [] : [`${name}: ${read.issues[0].message}`];
}
