import { firstWords } from '../../cashapp-save-method/first-words.ts';

/** English words for saving Cash App Pay: loaded when more than the first render needs is to be said. */
export const enSave = {
  ...firstWords,
  another: 'Save another Cash App account',
  tryAgain: 'Try again',
  checkAgain: 'Check again',
  loading: 'Loading…',
  opening: 'Getting ready…',
  /** Where the person authorises. */
  'place.dialog': 'Scan the code with your phone to continue in Cash App.',
  'place.cashapp': 'Continue in Cash App.',
  'place.here': 'Scan the code with your phone’s camera or with Cash App.',
  confirming: 'Checking with Cash App…',
  pending: 'Cash App has not confirmed this yet. It can take a few minutes, and goes on without this page.',
  saved: 'Cash App Pay is saved.',
  termsChanged: 'The terms have changed. Please read them, then press the button again.',
  qrCode: 'Cash App QR code',
  newCodeIn: 'New code in {seconds} s',
  notDrawn: 'The code cannot be shown here.',
  onThisDevice: 'Open Cash App on this device',
  cancel: 'Cancel',
} as const;

export type SaveWords = typeof enSave;
