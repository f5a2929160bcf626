import { expect, it } from 'vitest';
import { renderComment } from '../../../src/deliver/github/comment.ts';
import { contextOf, githubPage } from '../../fakes/github-pages.ts';
import { proposalOf } from '../../fakes/proposals.ts';

it('A comment says what is to be known of how a model was asked, beside all other notes', () => {
  const proposal = proposalOf({ notes: ['The model was not told *everything*.'] });
  const text = renderComment(githubPage({ proposal, context: contextOf({ notes: ['No base.'] }), notes: ['Late.'] }));
  const said = text.split('\n').filter((line) => line.startsWith('- '));
  expect(said).toEqual(expect.arrayContaining(['- Late.', '- No base.', '- The model was not told `*everything*`.']));
});
