import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/domain/refusal.ts';
import { shownProposal, shownQuestion, shownRefusal } from '../../src/entry/commands/shown.ts';
import { proposalOf } from '../fakes/proposals.ts';
import { SECRETS } from '../fakes/secrets.ts';

const [, SECRET = ''] = SECRETS[0] ?? [];

describe('What is shown of words', () => {
  it('has no secret in a question, and offers no answer that would hold one', async () => {
    const about = `${SECRET} DB_PASSWORD=hunter2secretvalue`;
    const question = {
      about,
      text: `What is ${about}?`,
      choices: ['cart', SECRET],
      replies: [`lint ${SECRET}`, 'lint cart'],
    };
    const shown = await shownQuestion(question);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
    expect(JSON.stringify(shown)).not.toContain('hunter2');
    expect(shown).toMatchObject({ choices: ['cart', '[redacted]'], replies: ['lint cart'] });
  });

  it('has no secret in a refusal', async () => {
    const refused = refusal('removes-tests', `Skip the tests of ${SECRET}`);
    expect(await shownRefusal(refused)).toEqual(refusal('removes-tests', 'Skip the tests of [redacted]'));
  });

  it('is what was asked where there is no secret', async () => {
    const question = { about: 'nice', text: 'What is nice?', choices: ['cart'] };
    expect(await shownQuestion(question)).toEqual(question);
  });

  it('has no secret in the questions of a proposal, nor in its reasons', async () => {
    const questions = [{ about: SECRET, text: 'What is it?', choices: [] }];
    const shown = await shownProposal(
      proposalOf({ questions, fallback: { code: 'REFUSED', message: `not ${SECRET}` } }),
    );
    expect(JSON.stringify([shown.questions, shown.fallback])).not.toContain(SECRET);
    expect(shown.fallback).toEqual({ code: 'REFUSED', message: 'not [redacted]' });
  });
});
