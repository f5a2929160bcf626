import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownFolder } from '../../../src/clients/local-model/kept-folder.ts';
import { temporaryDirectory } from '../../fakes/repository.ts';

it('A folder of a model is kept where it is really among those of models', () => {
  using at = temporaryDirectory();
  const models = join(at.path, 'models');
  mkdirSync(join(models, 'gguf-a'), { recursive: true });
  symlinkSync('/etc', join(models, 'gguf-b'));
  expect(ownFolder(models, 'gguf-a')).toBe(join(realpathSync(models), 'gguf-a'));
  expect(['gguf-b', 'gguf-c', '..', '../models'].map((name) => ownFolder(models, name))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
