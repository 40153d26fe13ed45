/** Words are plain data: what a person reads, with `{names}` of what is filled in. Types only. */

/** One text for each way of counting that a language has; `count` decides. */
export type Counted = { readonly [way in Intl.LDMLPluralRule]?: string } & { readonly other: string };

export type Text = string | Counted;

/** Of one piece of the widgets, in one language. */
export type Words = Readonly<Record<string, Text>>;

export type Value = string | number;

type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type NamesOf<T extends Text> = T extends string
  ? Names<T>
  : T extends Counted
    ? 'count' | Names<NonNullable<T[keyof T]>>
    : never;

type Given<T extends Text> = [NamesOf<T>] extends [never] ? [] : [{ readonly [name in NamesOf<T>]: Value }];

/** Says something of a piece, in the language that it knows. */
export interface Say<W extends Words> {
  <K extends keyof W & string>(key: K, ...given: Given<W[K]>): string;
  /** The language of the words. */
  readonly locale: string;
}

/** A text that has a place for each name. */
type Holding<Name extends string> = [Name] extends [never]
  ? string
  : (Name extends string ? (text: `${string}{${Name}}${string}`) => void : never) extends (text: infer T) => void
    ? T
    : never;

/** The same words in another language: without a key, or without a place for something, it does not compile. */
export type Translation<W extends Words> = {
  readonly [K in keyof W]: W[K] extends string
    ? Holding<Names<W[K]>>
    : W[K] extends Counted
      ? Omit<Counted, 'other'> & { readonly other: Holding<Names<W[K]['other']>> }
      : never;
};
