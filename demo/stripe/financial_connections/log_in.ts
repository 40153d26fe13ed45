/** How a test institution answers a person's user name and password: the password says what to play. */

export interface Challenge {
  readonly kind: 'text' | 'choice' | 'confirm';
  readonly prompt: string;
  readonly choices: readonly string[];
}

export type LogIn =
  | { result: 'in' }
  /** To be typed again. */
  | { result: 'incorrect' }
  | { result: 'failed' }
  | { result: 'challenge'; challenge: Challenge };

export function logIn(username: string, password: string, answer: string): LogIn {
  if (username.trim() === '' || password === '') return { result: 'incorrect' };
  if (password === 'incorrect') return { result: 'incorrect' };
  if (password === 'error') return { result: 'failed' };
  const challenge = challengeFor(password);
  return challenge && answer === '' ? { result: 'challenge', challenge } : { result: 'in' };
}

function challengeFor(password: string): Challenge | null {
  switch (password) {
    case 'mfa':
      return { kind: 'text', prompt: 'One-time code', choices: [] };
    case 'security_question':
      return { kind: 'text', prompt: 'What was the name of your first pet?', choices: [] };
    case 'options':
      return {
        kind: 'choice',
        prompt: 'How should your bank reach you?',
        choices: ['Text message to •••• 0100', 'E-mail to j•••@example.com'],
      };
    case 'confirm_mfa':
      return { kind: 'confirm', prompt: 'Approve the log-in in the app of your bank, then continue.', choices: [] };
    default:
      return null;
  }
}
