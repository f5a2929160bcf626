import { describe, expect, it } from 'vitest';
import type { Wish, WishSource } from '../../src/domain/wish.ts';
import { factsDigest, wordsDigest } from '../../src/prompt/digests.ts';
import { resolveWishes } from '../../src/prompt/resolve-wishes.ts';
import { SHOP } from './reader/shop.ts';

const FACTS = factsDigest(SHOP);

function said(words: string, from: WishSource = 'comment'): Wish {
  return { from, words, by: 'octocat', url: null };
}

function hear(wishes: readonly Wish[], accepted: readonly string[] = [], facts = FACTS) {
  return resolveWishes({
    wishes,
    profile: SHOP,
    asked: accepted.map((words) => ({ words: wordsDigest(words), facts })),
  });
}

async function fates(wishes: readonly Wish[], accepted?: readonly string[], facts?: string) {
  return (await hear(wishes, accepted, facts)).map(({ fate }) =>
    fate.kind === 'asked' ? `asked: ${fate.words}` : fate.kind,
  );
}

describe('Wishes that are heard together', () => {
  it('are all read, in their order, where each is understood', async () => {
    expect(await fates([said('lint web', 'input'), said('test cart')])).toEqual([
      'asked: lint web',
      'asked: test cart',
    ]);
    expect(await hear([])).toEqual([]);
  });

  it.each(['cart', 'Cart.', '`cart`', ' “cart” ', 'lint the cart'])(
    'have the answer %j in the words that were not understood',
    async (answer) => {
      const open = said('lint the foo');
      const heard = await hear([open, said(answer)]);
      expect(heard.map(({ fate }) => fate)).toEqual([
        { kind: 'asked', words: 'lint the cart' },
        { kind: 'answer', to: open },
      ]);
    },
  );

  it('have an answer in what the input or a text says, too', async () => {
    expect(await fates([said('lint the foo', 'input'), said('web')])).toEqual(['asked: lint the web', 'answer']);
  });

  it('have no answer in anything but a comment', async () => {
    expect(await fates([said('lint the foo', 'pull-request'), said('web', 'input')])).toEqual([
      'asked: lint the foo',
      'asked: web',
    ]);
  });

  it('are answered one question after the other', async () => {
    expect(await fates([said('Test cart and zork on Node 22'), said('web'), said('test web on Node 22')])).toEqual([
      'replaced',
      'answer',
      'asked: test web on Node 22',
    ]);
  });

  it('give their place to a later comment that is understood by itself, and only where they were not', async () => {
    const heard = await hear([said('test cart'), said('make it nice'), said('lint web')]);
    expect(heard.map(({ fate }) => fate)).toMatchObject([
      { kind: 'asked' },
      { kind: 'replaced', by: { words: 'lint web' } },
      { kind: 'asked' },
    ]);
  });

  it('stay open where nobody has answered, and where what comes next is not understood either', async () => {
    expect(await fates([said('make it nice'), said('make it nicer')])).toEqual([
      'asked: make it nice',
      'asked: make it nicer',
    ]);
    expect(await fates([said('make it nice'), said('skip the tests')])).toEqual([
      'asked: make it nice',
      'asked: skip the tests',
    ]);
  });

  it('take no choice for an answer that could answer two questions', async () => {
    expect(await fates([said('lint foo. test bar.'), said('cart')])).toEqual([
      'asked: lint foo. test bar.',
      'asked: cart',
    ]);
  });
});

describe('Wishes that the accepted request has', () => {
  it('are not read again', async () => {
    expect(await fates([said('lint web'), said('lint the foo')], ['lint web', 'lint the foo'])).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(await fates([said('lint web', 'input'), said('test cart')], ['lint web'])).toEqual([
      'accepted',
      'asked: test cart',
    ]);
  });

  it('are read again where what they depend on has changed, or the words have', async () => {
    expect(await fates([said('lint web')], ['lint web'], `sha256:${'0'.repeat(64)}`)).toEqual(['asked: lint web']);
    expect(await fates([said('lint web.')], ['lint web'])).toEqual(['asked: lint web.']);
  });

  it('are read again where they stand over something new', async () => {
    expect(await fates([said('lint the foo'), said('cart')], ['cart'])).toEqual(['asked: lint the cart', 'answer']);
  });
});

describe('What words depend on', () => {
  it('is the same in whatever order it was found, and whatever else is known', () => {
    const [first, ...others] = SHOP.units;
    expect(factsDigest({ units: [...others, ...(first ? [first] : [])], services: SHOP.services.toReversed() })).toBe(
      FACTS,
    );
    expect(factsDigest({ ...SHOP, units: SHOP.units.map((unit) => ({ ...unit, lockfile: null, owns: [] })) })).toBe(
      FACTS,
    );
  });

  it.each([
    ['a unit', { ...SHOP, units: SHOP.units.slice(1) }],
    ['a service', { ...SHOP, services: SHOP.services.slice(1) }],
    [
      'a command',
      { ...SHOP, units: SHOP.units.map((unit) => ({ ...unit, commands: { ...unit.commands, test: [] } })) },
    ],
  ])('is another where %s is gone', (_, profile) => expect(factsDigest(profile)).not.toBe(FACTS));

  it('does not mind space around words', () => expect(wordsDigest(' lint web\n')).toBe(wordsDigest('lint web')));
});
