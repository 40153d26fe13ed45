import { expect } from '@open-wc/testing';
import { accountThat } from '../testing/fake-worker.ts';
import { dueDate, tell } from './account-story.ts';

const noon = Date.UTC(2031, 2, 1, 12) / 1000;
const day = 86_400;

describe('when something is due', () => {
  for (const [days, says] of [
    [0.5, 'March 1, 2031 (tomorrow)'],
    [13, 'March 1, 2031 (in 13 days)'],
    [14, 'March 1, 2031'],
    [-3, 'March 1, 2031'],
  ] as const) {
    it(`reads "${says}" ${days} days before`, () => {
      expect(dueDate(noon, (noon - days * day) * 1000, 'en')).to.equal(says);
    });
  }
});

describe('what is missing', () => {
  const due = ['individual.dob.day', 'individual.dob.month', 'what.is_this', 'external_account'];

  it('is each topic once, the unnamed last', () => {
    const { missing } = tell(accountThat('incomplete', { currently_due: due }));
    expect(missing.map(({ topic }) => topic)).to.deep.equal(['dateOfBirth', 'bankAccount', 'other']);
  });

  it('is what may come later, where nothing is due yet', () => {
    const { missing } = tell(accountThat('due_later', { eventually_due: ['external_account'] }));
    expect(missing.map(({ topic }) => topic)).to.deep.equal(['bankAccount']);
  });

  it('is what is due, where a deadline passed without a list of its own', () => {
    const { missing } = tell(accountThat('past_due', { currently_due: ['external_account'] }));
    expect(missing.map(({ topic }) => topic)).to.deep.equal(['bankAccount']);
  });

  it('is nothing where filling in a form helps nobody', () => {
    for (const status of [
      'none',
      'enabled',
      'pending_verification',
      'restricted',
      'rejected',
      'disconnected',
    ] as const) {
      expect(tell(accountThat(status, { currently_due: due, past_due: due })).missing, status).to.deep.equal([]);
    }
  });
});
