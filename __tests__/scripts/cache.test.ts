import { describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';

describe('The client of the cache', () => {
  it('is loaded by the process that was made for it, and by no other program', async () => {
    const { packages } = await bundle('cache', '/nowhere');
    expect(packages).toContain('@actions/cache');
  });

  it.each(['cli', 'action', 'post', 'validate-action', 'engines', 'models'])(
    'is not in the program %s',
    async (program) => {
      const { packages } = await bundle(program, '/nowhere');
      expect(packages).not.toContain('@actions/cache');
    },
  );
});

describe('The end of a job', () => {
  it('loads nothing of what keeps, where nothing was left', async () => {
    const { files } = await bundle('post', '/nowhere');
    const started = files.find(({ path }) => path.endsWith('/post.js'));
    const keeping = files.filter(({ text }) => text.includes('cache.js'));
    expect(keeping).toHaveLength(1);
    expect(keeping).not.toContain(started);
  });
});
