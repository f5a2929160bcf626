import { describe, it } from 'vitest';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';

describe('Where something has to come to', () => {
  it.each([
    ['recommender should turn up in staging by way of Argo', 'Deploy recommender to staging with Argo'],
    [
      'As soon as something lands on main, cart should show up in staging',
      'Deploy cart to staging from the default branch',
    ],
    [
      'ledger should turn up in the qa environment through Helm whenever we tag',
      'Deploy ledger to qa with Helm on tags',
    ],
    ['cart must land in production on tags', 'Deploy cart to production on tags'],
    ['Argo CD should take cart to production on tags', 'Deploy cart to production with Argo CD on tags'],
    ['The whole world should find web under www.example.org', 'Give web the host www.example.org'],
    ['web must be visible at www.example.org', 'Give web the host www.example.org'],
    ['An image of web must never leave the build machine', 'Build the web image without pushing it'],
    [
      'Whenever I cut a version, the ledger artefact should appear on Maven Central',
      'Publish ledger to Maven Central on tags',
    ],
    ['A tag should be all it takes to get recommender onto PyPI', 'Publish recommender to PyPI on tags'],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    // Nobody wishes it.
    'Argo CD takes cart to production',
    'recommender turns up in staging',
    'web is visible at www.example.org',
    // One address of two things.
    'Users should see web on www.example.org and cart on api.example.org',
    'cart must never land in production',
  ])('is asked about otherwise: %s', (words) => {
    expectQuestion(words);
  });
});

describe('More of an environment that was named last', () => {
  it('is said in a sentence of its own', () => {
    expectSame(
      'Deploy web to staging from main and to production on tags. Production needs an approval.',
      'Deploy web to staging from main and to production on tags after approval',
    );
  });

  it.each([
    'Deploy web to staging and cart to production. Staging needs an approval.',
    'Deploy web to staging from main and to production on tags. Staging needs an approval.',
  ])('is asked about where it is another one: %s', (words) => {
    expectQuestion(words);
  });

  it('comes by what was said before all of them', () => {
    expectSame(
      'Deploy web with Helm to staging from main and to production on tags',
      'Deploy web to staging with Helm from main. Deploy web to production with Helm on tags',
    );
  });
});

describe('What is set for what runs in the cluster', () => {
  it.each([
    ['Once it is in the cluster, web has to answer at shop.example.org', 'Make web reachable at shop.example.org'],
    ['Once deployed, web should be reachable at shop.example.org', 'Make web reachable at shop.example.org'],
    ['web needs 512Mi as soon as it is up and running', 'Give web 512Mi'],
    ['When web is live, give it 3 replicas', 'Give web 3 replicas'],
  ])('is set in any case: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each([
    'When web is live, give cart 3 replicas',
    'Once it is deployed, lint web',
    'Once web is ready, give it 3 replicas',
    'If it is live, give web 3 replicas',
    'Give web 3 replicas once it is deployed to production',
    'Give web 3 replicas when cart is deployed',
  ])('is asked about where it depends on something: %s', (words) => {
    expectQuestion(words);
  });
});
