/** The session that pages and token routes want. Never from the arguments, which other people on the machine can see. */
import { UsageError } from './usage-error.ts';

/** What is around the command, besides its arguments. */
export interface Around {
  /** INLAY_COOKIE */
  readonly cookie: string | undefined;
  /** All of the standard input. */
  readonly input: () => Promise<string>;
}

/** @param option what --cookie says */
export async function readCookie(option: string | undefined, { cookie, input }: Around): Promise<string | null> {
  if (option !== undefined && option !== '-') {
    throw new UsageError(
      'Other people on this machine can see what --cookie says. Put the session into INLAY_COOKIE in the environment, or write it to standard input with --cookie -.',
    );
  }
  const text = (option === '-' ? await input() : (cookie ?? '')).trim();
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) {
    throw new UsageError('The session is one line, as in a header Cookie: session=…');
  }
  return text === '' ? null : text;
}
