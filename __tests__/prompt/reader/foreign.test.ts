import { describe, expect, it } from 'vitest';
import { read } from '../../../src/prompt/reader/read.ts';
import { SHOP } from './shop.ts';

describe('A sentence that is not English', () => {
  it.each([
    'Bitte die Go-Tests mit Go 1.24 und 1.25 laufen lassen.',
    '\u00bfPuedes ejecutar el pipeline todos los lunes a las 6:00 UTC?',
    'Ajoute un lint du code Go avec golangci-lint.',
    'Le chart de ledger doit rejoindre le maillage Istio, avec 1Gi de m\u00e9moire.',
    'Por favor rode os testes do cart no Windows tamb\u00e9m.',
    '\u628a web \u7684\u955c\u50cf\u6784\u5efa\u51fa\u6765',
  ])('is asked for in English, once: %s', (words) => {
    expect(read(words, SHOP).questions).toMatchObject([{ text: expect.stringContaining('only English is read here') }]);
    expect(read(words, SHOP)).toMatchObject({ request: { intents: [] }, refused: [] });
  });

  it.each(['Frobnicate web', 'Lint zork', 'Lint the UN code', 'Lint the caf\u00e9 service'])(
    'is not every one that is not understood: %s',
    (words) => {
      expect(read(words, SHOP).questions).not.toMatchObject([{ text: expect.stringContaining('English') }]);
    },
  );
});
