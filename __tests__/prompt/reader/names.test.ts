import { describe, expect, it } from 'vitest';
import type { ProjectProfile, Service, Unit } from '../../../src/domain/profile.ts';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

function moved(from: string, name: string, directory: string): { readonly unit: Unit; readonly service: Service } {
  const unit = SHOP.units.find((one) => one.directory === from);
  const service = SHOP.services.find((one) => one.name === from);
  if (!unit || !service) throw new Error(`The shop has no ${from}.`);
  return { unit: { ...unit, directory }, service: { ...service, name, directory } };
}

const CLINIC_PARTS = [
  moved('ledger', 'customers-service', 'spring-petclinic-customers-service'),
  moved('cart', 'api-gateway', 'gateways/api_gateway'),
];
const CLINIC: ProjectProfile = {
  ...SHOP,
  units: CLINIC_PARTS.map(({ unit }) => unit),
  services: CLINIC_PARTS.map(({ service }) => service),
};
const [RECOMMENDER] = SHOP.units.filter(({ directory }) => directory === 'recommender');
const PACKAGE: ProjectProfile = {
  ...SHOP,
  units: RECOMMENDER ? [{ ...RECOMMENDER, directory: '.' }] : [],
  services: [],
  packages: [{ registry: 'pypi', name: 'httpx', directory: '.', file: 'pyproject.toml', because: [] }],
};

describe('A name of the repository', () => {
  it.each([
    ['Lint the customers service', 'customers-service'],
    ['Lint customers-service', 'customers-service'],
    ['Lint the customers-service service', 'customers-service'],
    ['Lint the api gateway', 'api-gateway'],
    ['Lint API Gateway', 'api-gateway'],
    ['Lint spring-petclinic-customers-service', 'customers-service'],
    ['Lint api_gateway', 'api-gateway'],
  ])('is said with spaces, with dashes, or as its folder: %s', (words, service) => {
    expect(read(words, CLINIC)).toMatchObject({
      request: { intents: [{ kind: 'check', check: 'lint', for: { service } }] },
      questions: [],
    });
  });

  it('is meant where it is a word of the vocabulary, too, that says little by itself', () => {
    const { service } = moved('cart', 'dispatch', 'cart');
    const words = 'Do not push the dispatch image';
    expect(read(words, { ...SHOP, services: [service] })).toMatchObject({
      request: { intents: [{ kind: 'image', for: { service: 'dispatch' }, push: 'never' }] },
      questions: [],
    });
    expect(read('Run CI on dispatch', SHOP).request.intents).toMatchObject([{ kind: 'trigger', on: 'manual' }]);
  });

  it('is that of its package', () => {
    expect(read('Publish httpx to PyPI', PACKAGE)).toMatchObject({
      request: { intents: [{ kind: 'publish', for: { all: true }, registry: 'pypi' }] },
      questions: [],
    });
  });

  it('of a package at the root of several units is none of theirs', () => {
    const units = [...PACKAGE.units, ...SHOP.units.filter(({ directory }) => directory === 'web')];
    expect(read('Lint httpx', { ...PACKAGE, units }).questions).toMatchObject([{ about: 'httpx' }]);
  });

  it('is that of the service where an image is meant', () => {
    const [chart] = SHOP.units.filter(({ directory }) => directory === 'cart');
    const units = [...SHOP.units, ...(chart ? [{ ...chart, directory: 'charts/cart' }] : [])];
    const profile = { ...SHOP, units };
    expect(read('Lint cart', profile).questions).toMatchObject([{ choices: ['cart', 'charts/cart/**'] }]);
    expect(read('Build the image of cart', profile)).toMatchObject({
      request: { intents: [{ kind: 'image', for: { service: 'cart' } }] },
      questions: [],
    });
  });
});

describe('A name that is an everyday word', () => {
  it.each(['legacy', 'supply', 'resume', 'adopt', 'yo'])('is that of the service: %s', (name) => {
    const { unit, service } = moved('cart', name, name);
    const profile = { ...SHOP, units: [...SHOP.units, unit], services: [...SHOP.services, service] };
    expect(read(`Lint ${name}`, profile).request.intents).toEqual([
      { kind: 'check', for: { service: name }, check: 'lint', ensure: true },
    ]);
  });
});

describe('A label of a runner', () => {
  it('is one word, whatever its parts mean', () => {
    expect(read('Run cart on the runners labelled self-hosted and gpu-large', SHOP).request.intents).toEqual([
      { kind: 'runner', for: { service: 'cart' }, labels: ['self-hosted', 'gpu-large'] },
    ]);
  });
});
