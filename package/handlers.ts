/** What an element tells, as props that take what is to be done about it: of React, Vue and Svelte. */

/** `inlay-ready` as `onInlayReady`. */
export type Handlers<Events> = {
  [name in keyof Events as name extends `inlay-${infer word}` ? `onInlay${Capitalize<word>}` : never]?:
    | ((event: Events[name]) => void)
    | undefined;
};

/** `inlay-ready` as `oninlay-ready`, which is what some make of a listener on any element. */
export type LowerCaseHandlers<Events> = {
  [name in keyof Events as `on${string & name}`]?: ((event: Events[name]) => void) | undefined;
};
