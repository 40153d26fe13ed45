/** Where a program that tests need is on this machine, and how it gets there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** What looking for a program needs to know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (file: string) => boolean;
}

export interface Wanted {
  /** As messages call it. */
  readonly called: string;
  /** Of the environment, naming the program where it is somewhere else. */
  readonly variable: string;
  readonly namesOnPath: readonly string[];
  /** Where installers put it that do not put it on `PATH`. */
  readonly places: (machine: Machine) => readonly string[];
}

/**
 * The variable, then the usual names on `PATH`, then the places that installers use.
 * A variable that names what cannot be run is an error rather than a reason to pick another program in silence.
 */
export function findProgram({ variable, namesOnPath, places }: Wanted, machine: Machine): string | undefined {
  const chosen = machine.env[variable];
  if (chosen !== undefined && chosen !== '') {
    if (machine.isExecutable(chosen)) return chosen;
    throw new Error(`${variable} is ${chosen}, which is not a program that can be run. Correct it or unset it.`);
  }
  const onPath = (machine.env.PATH ?? '')
    .split(machine.platform === 'win32' ? ';' : ':')
    .filter((folder) => folder !== '')
    .flatMap((folder) => namesOnPath.map((name) => path.posix.join(folder, name)));
  return [...onPath, ...places(machine)].find(machine.isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, isExecutable };

/** Whether Debian's and Ubuntu's own packages may be installed here. */
export function mayUseApt(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

export type Command = readonly [command: string, args: readonly string[]];

/** @param recommended whether also what Debian recommends with them, such as typefaces */
export function aptCommands(packages: readonly string[], recommended: boolean): readonly Command[] {
  return [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', ...(recommended ? [] : ['--no-install-recommends']), ...packages]],
  ];
}

/** Runs what installs it, saying each command through `say` first. */
export function install({ called, variable }: Wanted, commands: readonly Command[], say: (line: string) => void): void {
  for (const [command, args] of commands) {
    say(`No ${called} on this machine: running ${[path.basename(command), ...args].join(' ')}`);
    const { status, error } = spawnSync(command, args, {
      // The program's path is the answer on standard output, so an installer's chatter goes elsewhere.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      throw new Error(
        `Could not install it (${error?.message ?? `exit code ${status}`}). Install ${called} and set ${variable} to its program.`,
      );
    }
  }
}

/** The path of a program; installs it first, by `commands`, when the machine has none. */
export function ensureProgram(wanted: Wanted, commands: () => readonly Command[], say: (line: string) => void): string {
  const found = findProgram(wanted, thisMachine);
  if (found !== undefined) return found;
  install(wanted, commands(), say);
  const installed = findProgram(wanted, thisMachine);
  if (installed !== undefined) return installed;
  throw new Error(`${wanted.called} was installed but cannot be found. Set ${wanted.variable} to its program.`);
}

/** Nothing has gone wrong: this machine does without. */
export class NotOnThisMachine extends Error {}

/**
 * For what only Debian's packages bring: elsewhere it has to be there already.
 * @throws NotOnThisMachine where it is not, and no package may be installed
 */
export function ensureFromApt(wanted: Wanted, packages: readonly string[], say: (line: string) => void): string {
  const commands = () => {
    if (mayUseApt()) return aptCommands(packages, false);
    throw new NotOnThisMachine(
      `${wanted.called} is not on this machine. Install it, or set ${wanted.variable} to its program.`,
    );
  };
  return ensureProgram(wanted, commands, say);
}
