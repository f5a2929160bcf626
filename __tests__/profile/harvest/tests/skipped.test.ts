import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { profiled } from '../../profiled.ts';

const POM = '<project><artifactId>a</artifactId></project>';
const SHOP: MemoryFiles = {
  'shop/pom.xml': POM,
  'shop/src/test/java/ATest.java': '',
  'bus/pom.xml': POM,
  'bus/src/test/java/ATest.java': '',
};

const workflow = (...runs: string[]) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`,
});

async function said(files: MemoryFiles) {
  return (await profiled({ ...SHOP, ...files })).warnings.map(({ file, line }) => `${file}:${line}`);
}

const LOOK = '[ $? -eq 0 ] || exit 1';

describe('Tests that every pipeline leaves out', () => {
  it('are said, where a script is told the folder of each build', async () => {
    const script = [
      'mvn clean install -f bus -DskipTests',
      LOOK,
      'mvn clean install -DskipTests -f shop/pom.xml',
      LOOK,
    ];
    const files = { 'build-without-tests.sh': script.join('\n'), ...workflow('./build-without-tests.sh') };
    expect(await said(files)).toEqual(['build-without-tests.sh:1', 'build-without-tests.sh:3']);
    const { warnings, units } = await profiled({ ...SHOP, ...files });
    expect(warnings[0]?.message).toBe(
      'every pipeline that builds this leaves out its tests; a job runs them, and may be red where they need what it does not have.',
    );
    expect(units.map(({ commands }) => commands.test.length)).toEqual([1, 1]);
  });

  it.each<[string, MemoryFiles]>([
    ['another call runs them', workflow('mvn package -f shop -DskipTests', 'mvn verify -f shop')],
    [
      'a call that only the run knows may run them',
      workflow('mvn package -f shop -DskipTests', 'mvn verify ${{ inputs.a }}'),
    ],
    ['they are not left out', workflow('mvn package -f shop -DskipTests=false')],
    ['a wrapper would be looked for elsewhere', workflow('./mvnw package -f shop -DskipTests')],
    ['nothing builds it', workflow('mvn -f shop dependency:tree')],
    ['nothing calls what leaves them out', { 'build-without-tests.sh': 'mvn install -f shop -DskipTests\n' }],
  ])('are not said where %s', async (_, files) => {
    expect(await said(files)).toEqual([]);
  });

  it('are those of a call in the pipeline itself', async () => {
    expect(await said(workflow('mvn package -DskipTests --file=bus'))).toEqual(['.github/workflows/ci.yml:6']);
  });

  it('are those of Gradle, too', async () => {
    const files = { 'app/build.gradle': '', 'app/settings.gradle': '', 'app/src/test/java/ATest.java': '' };
    const ci = workflow('gradle build -p app -x test');
    expect(await said({ ...files, ...ci })).toEqual(['.github/workflows/ci.yml:6']);
    const all = workflow('gradle --project-dir app build');
    expect(await said({ ...files, ...all })).toEqual([]);
  });
});
