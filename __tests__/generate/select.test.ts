import { describe, expect, it } from 'vitest';
import type { Intent, Selector } from '../../src/domain/request.ts';
import { covering, reachesService, reachOfUnit } from '../../src/generate/select.ts';
import { profileOf, service, unit, unitOf } from './profiles.ts';

const cart = unit({ directory: 'src/cart' });
const web = unitOf('pnpm', { directory: 'src/web', ecosystem: 'node' });
const root = unitOf('npm', { ecosystem: 'node' });
const cartService = service('cart', { directory: 'src/cart' });
const webService = service('shopfront', { directory: 'src/web' });
const proxy = service('proxy', { directory: 'deploy/proxy' });

describe('A selector', () => {
  const profile = profileOf([root, cart, web], [cartService, webService, proxy]);

  it.each([
    [{ all: true }, ['whole', 'whole', 'whole']],
    [{ ecosystem: 'go' }, ['none', 'whole', 'none']],
    [{ ecosystem: 'node' }, ['whole', 'none', 'whole']],
    [{ service: 'cart' }, ['none', 'whole', 'none']],
    [{ service: 'shopfront' }, ['none', 'none', 'whole']],
    [{ service: 'nobody' }, ['none', 'none', 'none']],
    [{ path: 'src/cart/**' }, ['none', 'whole', 'none']],
    [{ path: 'src/cart' }, ['none', 'whole', 'none']],
    [{ path: './src/cart/' }, ['none', 'whole', 'none']],
    [{ path: 'src/*' }, ['none', 'whole', 'whole']],
    [{ path: 'src/**' }, ['none', 'whole', 'whole']],
    [{ path: '**' }, ['whole', 'whole', 'whole']],
    [{ path: '.' }, ['whole', 'none', 'none']],
    [{ path: 'nowhere/**' }, ['part', 'none', 'none']],
  ] satisfies readonly (readonly [Selector, readonly string[]])[])(
    '%j reaches the root, cart and web: %j',
    (selector, reaches) => {
      expect([root, cart, web].map((one) => reachOfUnit(selector, one, profile))).toEqual(reaches);
    },
  );

  it('speaks of a part only, where it names a folder or service inside of a unit', () => {
    expect(reachOfUnit({ path: 'src/cart/internal/**' }, cart, profile)).toBe('part');
    expect(reachOfUnit({ service: 'proxy' }, root, profile)).toBe('part');
    expect(reachOfUnit({ service: 'proxy' }, cart, profile)).toBe('none');
  });

  it('belongs to the innermost unit around its folder', () => {
    expect(reachOfUnit({ path: 'src/cart/internal/**' }, root, profile)).toBe('none');
    expect(reachOfUnit({ service: 'cart' }, root, profile)).toBe('none');
  });

  it('names a folder whose name looks like a pattern', () => {
    const page = unit({ directory: 'app/[id]' });
    expect(reachOfUnit({ path: 'app/[id]' }, page, profileOf([page]))).toBe('whole');
  });

  it('reaches the images of services', () => {
    const reached = (selector: Selector) =>
      profile.services.filter((one) => reachesService(selector, one, profile)).map(({ name }) => name);
    expect(reached({ all: true })).toEqual(['cart', 'shopfront', 'proxy']);
    expect(reached({ service: 'cart' })).toEqual(['cart']);
    expect(reached({ path: 'src/**' })).toEqual(['cart', 'shopfront']);
    expect(reached({ ecosystem: 'go' })).toEqual(['cart']);
    expect(reached({ ecosystem: 'node' })).toEqual(['shopfront', 'proxy']);
  });
});

describe('Wishes that cover the same thing', () => {
  const minutes = (selector: Selector, value: number): Intent => ({ kind: 'timeout', for: selector, minutes: value });

  it('stand wide before narrow, whatever their order: all, ecosystem, service, path', () => {
    const intents = [
      minutes({ path: 'src/cart/**' }, 5),
      minutes({ path: 'src/**' }, 4),
      minutes({ service: 'cart' }, 3),
      minutes({ ecosystem: 'go' }, 2),
      minutes({ all: true }, 1),
    ];
    expect(covering(intents, 'timeout', () => true).map((intent) => intent.minutes)).toEqual([1, 2, 3, 4, 5]);
  });

  it('stand in their own order where they are as wide', () => {
    const intents = [minutes({ service: 'a' }, 1), minutes({ service: 'b' }, 2)];
    expect(covering(intents, 'timeout', () => true).map((intent) => intent.minutes)).toEqual([1, 2]);
  });

  it('are those of the kind that cover it', () => {
    const intents: Intent[] = [minutes({ all: true }, 1), { kind: 'trigger', on: 'push', ensure: true }];
    expect(covering(intents, 'timeout', () => false)).toEqual([]);
    expect(covering(intents, 'runner', () => true)).toEqual([]);
  });
});
