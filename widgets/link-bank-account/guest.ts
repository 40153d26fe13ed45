import { Linking, type LinkingHost } from './linking.ts';

/** Links accounts in an element with a content of its own: asks for nothing before `start()`, and leaves `:state()` and `inlay-ready` alone. */
export class GuestLinking extends Linking {
  override readonly guest = true;

  constructor(host: LinkingHost) {
    super(host, { name: 'ready', terms: null, accounts: [] });
    this.shown = true;
  }

  protected override async begin(): Promise<void> {}
}
