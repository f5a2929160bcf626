import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const STAGING = 'Deploy all services to staging from main through Argo CD';

describe('What comes to an environment', () => {
  it.each([
    [
      'Whatever lands on main should be running in staging a moment later, with Argo CD to take care of it, for all of our services.',
      STAGING,
    ],
    ['Everything that is merged to main has to be in staging, Argo CD takes care of that', STAGING],
    ['Every merge to main should be running in staging, through Argo CD', STAGING],
    ['whatever we tag of web goes to production with Helm', 'Deploy web to production with Helm on tags'],
    ['Every tag of web has to be in production, through Helm', 'Deploy web to production with Helm on tags'],
    ['web should be in staging on every merge to main', 'Deploy web to staging from main'],
    ['Deploy web to staging on main, Argo CD takes care of it', 'Deploy web to staging from main through Argo CD'],
  ])('is said by the moment, and by what cares for it: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'web should be running in staging',
    'web must not be in staging after a merge to main',
    'Whatever lands on main should be tested in staging',
    'Whatever lands on main should be linted',
    'Whatever lands on develop should be in staging',
    'Every commit should be running in staging',
    'Argo CD takes care of web',
    'Argo CD handles staging',
    'On tags deploy web to staging and production with Helm',
    'Every tag deploys web to staging and production with Helm',
  ])('is asked about otherwise: %s', (words) => {
    expectQuestion(words);
  });

  it('is nothing of a pull request', () => {
    expect(read('Every pull request should be in staging', SHOP).refused).toMatchObject([
      { rule: 'deploy-on-pull-request' },
    ]);
  });
});
