/** One kind of component: what it is called, and how what it reads is shown. Nothing is decided here. */
import type { Format } from './format.ts';
import type { Texts } from './texts.ts';

export interface View<T> {
  /** As `create(…)` takes it. */
  readonly tag: string;
  /** As the stand-in has it. */
  readonly panel: string;
  /** The setters it has besides those of all, such as `setOnExit`. */
  readonly setters?: readonly string[];
  title(texts: Texts): string;
  content(shown: T, ui: Ui): (Node | null)[];
  /** Whether there is nothing to see at all. */
  isEmpty?(shown: T): boolean;
  /** What the page wants to know each time it was read. */
  told?(shown: T, tell: Tell): void;
}

/** Calls the page's listener for `Exit`, `StepChange` and the like, if it set one. */
export type Tell = (event: string, detail?: object) => void;

export interface Action {
  readonly name: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Whether somebody has to be let in first. */
  readonly authenticated: boolean;
  /** Said once it is done. */
  readonly done: string;
}

/** What a view may use, and what its buttons lead to. */
export interface Ui {
  readonly texts: Texts;
  readonly format: Format;
  /** While something is under way: nothing else can be begun. */
  readonly busy: boolean;
  /** Whether a click on what changes something opens a window first. */
  readonly opensWindow: boolean;
  /** What the person has opened in it, such as the payment to give back. */
  readonly chosen: string | null;
  choose(chosen: string | null): void;
  act(action: Action): void;
  /** Opens hosted onboarding in a window, from the click itself. */
  onboard(): void;
  readonly tell: Tell;
}
