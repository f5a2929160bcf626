import { describe, expect, it } from 'vitest';
import type { ProjectProfile } from '../../../src/domain/profile.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { expectQuestion } from './expect-question.ts';
import { expectSame } from './expect-same.ts';
import { SHOP } from './shop.ts';

const [CART] = SHOP.units;
const CHARTED: ProjectProfile = {
  ...SHOP,
  units: [...SHOP.units, ...(CART ? [{ ...CART, directory: 'charts/shop', ecosystem: 'helm' as const }] : [])],
};

describe('What is wished away', () => {
  it('is the check where it is named, and not what it would find', () => {
    const words = 'No vulnerable dependency scan of web';
    expect(read(words, SHOP)).toMatchObject({ request: { intents: [] }, refused: [{ rule: 'removes-audits' }] });
    expectSame('No vulnerable dependencies in web', 'Audit web');
  });
});

describe('A word that has its meaning from those beside it', () => {
  it.each([
    ['Allow the workflow to be started by hand', 'Run CI by hand'],
    ['Permit manual runs', 'Run CI by hand'],
    ['Allow web 20 minutes', 'Give web 20 minutes'],
    ["Support GitHub's merge queue", 'Run CI on merge queue'],
    ['Audit the Python and the Node dependencies', 'Audit Python. Audit Node'],
    ['Scale web from 2 to 8 replicas at 70% CPU', 'Scale web between 2 and 8 replicas at 70% CPU'],
    ['Build web for amd64 and arm64 without pushing it', "Build web's image for amd64 and arm64, never push it"],
    ['Build all services for linux/amd64 and linux/arm64', 'Build all images for amd64 and arm64'],
    ['Test web with 80% coverage', 'Test web. Require 80% coverage for web'],
    ['Test web, coverage 80%', 'Test web. Require 80% coverage for web'],
    ['Lint web, test everything else', 'Lint web. Test cart. Test ledger. Test recommender'],
    ['Lint web and cart, and test the rest', 'Lint web. Lint cart. Test ledger. Test recommender'],
    ['Run CI on either pushes or pull requests', 'Run CI on pushes. Run CI on pull requests'],
    ['Run on pull requests only, not on pushes', 'Run on pull requests. Do not run on pushes'],
    ['Lint the frontend', 'Lint web'],
    [
      'Audit web and cart, and give both 10 minutes',
      'Audit web. Audit cart. Give web 10 minutes. Give cart 10 minutes',
    ],
    ['Give web and cart 20 minutes', 'Give web 20 minutes. Give cart 20 minutes'],
    ['Kill web, cart and ledger after 20 minutes', 'Give web 20 minutes. Give cart 20 minutes. Give ledger 20 minutes'],
    ['Limit web and cart to 20 minutes', 'Give web 20 minutes. Give cart 20 minutes'],
    ['Test the front end on Node 22', 'Test web on Node 22'],
    ['Run go vet on cart', 'Lint cart with go vet'],
  ])('is understood: %s', (words, plain) => {
    expectSame(words, plain);
  });

  it.each(['Lint the Helm chart', 'Test the Go code, and lint the chart', 'Run helm lint'])(
    'is a chart of the repository where it has some: %s',
    (words) => {
      const { request, questions } = read(words, CHARTED);
      expect(questions).toEqual([]);
      expect(request.intents.at(-1)).toMatchObject({ kind: 'check', check: 'lint', for: { ecosystem: 'helm' } });
    },
  );

  it.each([
    'Give web and lint cart 20 minutes',
    'Lint web, and test the rest of it',
    // Beside whom is everything else?
    'Test everything else',
    'Lint the rest',
    // Who may be let do what is not said here.
    'Allow pushes',
    'Allow web',
    'Support Windows',
    'Support Node 22',
    // One of two.
    'Lint either web or cart',
    'Push the image on either tags or main',
    // A number of replicas, or a range of them.
    'Scale web from 3 to 6 replicas',
    // A platform of an image, or of a program.
    'Build web for arm64',
    'Test web for amd64 and arm64',
    // Only, and nothing that says of what else.
    'Run only on pull requests',
    'Lint the backend',
    'Scan the web image with trivy',
    'Lint the chart',
    'Test web with 80%',
  ])('is asked about elsewhere: %s', (words) => {
    expectQuestion(words);
  });

  it('is what it was where a chart is to be made, or is that of somebody', () => {
    expect(read('Generate a Helm chart for cart', CHARTED)).toEqual(read('Generate a Helm chart for cart', SHOP));
    expectQuestion('Test web, and lint the chart of cart', CHARTED);
  });

  it('is nobody in particular where two could be meant', () => {
    const [cart, ...others] = SHOP.services;
    expectQuestion('Lint the frontend', {
      ...SHOP,
      services: [...(cart ? [{ ...cart, name: 'admin-ui' }] : []), ...others],
    });
  });
});
