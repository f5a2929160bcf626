import { afterEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../../src/inputs/environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('Colour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['a terminal that knows none', { TERM: 'dumb' }, true, false],
    ['a pipe that is forced', { FORCE_COLOR: '1' }, false, true],
    ['a pipe that is not forced', { FORCE_COLOR: '0' }, false, false],
    ['a terminal with NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['a forced terminal with NO_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['a terminal with NO_COLOR that is empty', { NO_COLOR: '' }, true, true],
  ])('on %s', (_, variables, terminal, color) => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(readEnvironment(terminal).color).toBe(color);
  });
});
