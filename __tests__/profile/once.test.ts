import { describe, expect, it } from 'vitest';
import { stepsIn } from '../../src/profile/ci/steps.ts';
import { readJson } from '../../src/profile/formats/json.ts';
import { readToml } from '../../src/profile/formats/toml.ts';
import { readXml } from '../../src/profile/formats/xml.ts';
import { readYamlManifest } from '../../src/profile/formats/yaml.ts';
import { oncePerText } from '../../src/profile/once.ts';
import { readMore, takeSnapshot } from '../../src/profile/take-snapshot.ts';
import { memoryTree } from '../fakes/memory-tree.ts';

const FILES = { 'a.json': '{}', 'a.toml': '', 'a.xml': '<a/>', 'a.yaml': 'a: 1', 'more.sh': 'make' };

describe('What is made of the text of a file', () => {
  it.each([
    ['a.json', readJson],
    ['a.toml', readToml],
    ['a.xml', readXml],
    ['a.yaml', readYamlManifest],
    ['a.yaml', stepsIn],
  ])('is made once for %s, also where more files have been read since', async (file, read) => {
    const tree = memoryTree(FILES);
    const { value: snapshot } = await takeSnapshot(tree, ['a.*']);
    const more = await readMore(tree, snapshot, { paths: ['more.sh'], limit: 100 });
    expect(more.text('more.sh')).toBe('make');
    expect(read(more, file)).toBe(read(snapshot, file));
  });

  it('is made anew for a file that has been read since, and for another repository', async () => {
    const length = oncePerText((snapshot, file) => snapshot.text(file)?.length ?? 0);
    const tree = memoryTree(FILES);
    const { value: snapshot } = await takeSnapshot(tree, ['a.*']);
    expect(length(snapshot, 'more.sh')).toBe(0);
    expect(length(await readMore(tree, snapshot, { paths: ['more.sh'], limit: 100 }), 'more.sh')).toBe(4);
    expect(length((await takeSnapshot(memoryTree({ 'a.toml': '# other' }), ['**'])).value, 'a.toml')).toBe(7);
  });
});
