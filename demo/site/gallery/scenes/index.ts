/** Every element of the gallery with every state of it. */
import type { Scene, Shown } from '../scene.ts';
import { cashApp } from './cash-app.ts';
import { checkout } from './checkout.ts';
import { doctor } from './doctor.ts';
import { embedded } from './embedded.ts';
import { linkBank } from './link-bank.ts';
import { linkedBanks } from './linked-banks.ts';
import { onboard } from './onboard.ts';
import { savedMethods } from './saved-methods.ts';
import { status } from './status.ts';

export const shown: readonly Shown[] = [
  onboard,
  status,
  linkBank,
  linkedBanks,
  cashApp,
  savedMethods,
  checkout,
  embedded,
  doctor,
];

/** The id of the site that stands for a scene; what follows the second dot tells cells and visits apart. */
export function siteOf(tag: string, scene: Scene, cell: string): string {
  return `${tag}.${scene.name}.${cell}`;
}

export function sceneNamed(site: string): Scene | undefined {
  const [tag, name] = site.split('.');
  return shown.find((one) => one.tag === tag)?.scenes.find((scene) => scene.name === name);
}
