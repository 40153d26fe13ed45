/** A component on a page: reads what it shows, shows it, and does what its buttons say. */
import type { PanelAnswer } from '../routes.ts';
import type { Answer, EmbeddedError } from './client.ts';
import { Door } from './door.ts';
import { ended, type Frame, failed, loading, openFrame, waitingFor } from './frame.ts';
import type { Instance } from './instance.ts';
import type { Action, Tell, Ui, View } from './view.ts';

type Read<T> = Omit<PanelAnswer, 'shown'> & { readonly shown: T };

export class Panel<T> {
  readonly #view: View<T>;
  readonly #instance: Instance;
  readonly #frame: Frame;
  readonly #door: Door;
  readonly #tell: Tell;
  readonly #unfollow: () => void;
  #read: Read<T> | null = null;
  #failed = false;
  #stopped = false;
  #busy = false;
  #chosen: string | null = null;

  constructor(view: View<T>, root: ShadowRoot, instance: Instance, tell: Tell) {
    this.#view = view;
    this.#instance = instance;
    this.#tell = tell;
    this.#frame = openFrame(root, instance.sheet, view.isEmpty ? 'p' : 'h3');
    this.#door = new Door(instance, () => this.#render());
    this.#unfollow = instance.follow(() => this.#render());
    this.#render();
    tell('LoaderStart', { elementTagName: view.tag });
    void this.#load();
  }

  stop(): void {
    this.#stopped = true;
    this.#door.giveUp();
    this.#unfollow();
    this.#frame.remove();
  }

  async #load(): Promise<void> {
    if (this.#failed) {
      this.#failed = false;
      this.#render();
    }
    this.#took(await this.#instance.client.ask<Read<T>>(`panels/${this.#view.panel}`));
  }

  #took(answer: Answer<Read<T>>): void {
    this.#busy = false;
    if (this.#stopped) return;
    if ('error' in answer) {
      this.#fail(answer.error);
      return;
    }
    this.#read = answer.ok;
    this.#render();
    this.#view.told?.(answer.ok.shown, this.#tell);
  }

  #fail({ type, message }: EmbeddedError): void {
    this.#read = null;
    this.#failed = true;
    this.#render();
    this.#tell('LoadError', { elementTagName: this.#view.tag, error: { type, message } });
  }

  async #act({ name, fields, authenticated, done }: Action): Promise<void> {
    if (this.#busy || !this.#read) return;
    this.#busy = true;
    const { client, texts, lang } = this.#instance;
    if (authenticated && this.#opensWindow()) {
      const ending = await this.#door.through(this.#read.window, 'authentication', () => {});
      if (ending === 'left') {
        await this.#load();
        return this.#say(texts.window.declined, 'alert');
      }
    }
    if (this.#stopped) return;
    this.#render();
    const authentication = this.#instance.authentication ?? '';
    const path = `panels/${this.#view.panel}/${name}`;
    const answer = await client.ask<Read<T>>(path, { ...fields, authentication });
    if (!('error' in answer)) {
      this.#chosen = null;
      this.#took(answer);
      return this.#say(done, 'status');
    }
    if (answer.error.code === 'authentication_required') this.#instance.authentication = null;
    await this.#load();
    this.#say(lang === 'en' ? answer.error.message : texts.notDone, 'alert');
  }

  async #onboard(): Promise<void> {
    if (this.#busy || !this.#read) return;
    this.#busy = true;
    this.#tell('StepChange', { step: 'stripe_user_authentication' });
    const { window } = this.#read;
    await this.#door.through(window, 'onboarding', (step) => {
      this.#instance.authentication = window;
      this.#tell('StepChange', { step });
    });
    if (this.#stopped) return;
    await this.#load();
    this.#tell('Exit');
  }

  #say(text: string, role: 'alert' | 'status'): void {
    if (!this.#stopped && this.#read) this.#frame.say(text, role);
  }

  #opensWindow(): boolean {
    return this.#read?.authenticates === true && this.#instance.authentication === null;
  }

  #render(): void {
    if (this.#stopped) return;
    if (this.#isEmpty()) {
      this.#frame.hide();
      return;
    }
    const { texts, lang } = this.#instance;
    const at = { lang, title: this.#view.title(texts), texts, busy: this.#busy || (!this.#read && !this.#failed) };
    try {
      this.#frame.show(at, this.#content());
    } catch (error) {
      this.#fail({ type: 'render_error', message: String(error) });
    }
  }

  /** What may have nothing to show keeps no room for it, either. */
  #isEmpty(): boolean {
    const { isEmpty } = this.#view;
    if (!isEmpty || this.#failed) return false;
    return this.#read === null || isEmpty(this.#read.shown);
  }

  #content(): (Node | null)[] {
    const { texts, client } = this.#instance;
    if (client.isEnded()) return ended(texts);
    if (this.#failed) return failed(texts, () => void this.#load());
    if (!this.#read) return loading(texts);
    const { waiting, giveUp } = this.#door;
    return [
      ...(waiting ? waitingFor(waiting, texts, giveUp) : []),
      ...this.#view.content(this.#read.shown, this.#ui()),
    ];
  }

  #ui(): Ui {
    const { texts, format } = this.#instance;
    return {
      texts,
      format,
      busy: this.#busy,
      opensWindow: this.#opensWindow(),
      chosen: this.#chosen,
      choose: (chosen) => {
        this.#chosen = chosen;
        this.#render();
      },
      act: (action) => void this.#act(action),
      onboard: () => void this.#onboard(),
      tell: this.#tell,
    };
  }
}
