import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { detect } from '../../detecting.ts';
import { pom } from './pom-text.ts';

async function chosen(files: MemoryFiles): Promise<{ manager: string | undefined; why: string | undefined }> {
  const both = { 'cart/pom.xml': pom('cart'), 'cart/build.gradle': '' };
  const { units, warnings } = await detect(java, { ...both, ...files });
  expect(units).toHaveLength(1);
  expect(warnings.filter(({ file }) => file !== 'cart/pom.xml')).toEqual([]);
  return { manager: units[0]?.manager, why: warnings[0]?.message };
}

describe('Of a Maven and a Gradle build in one folder', () => {
  it('the one that workflows start is taken, and that is said with its line', async () => {
    const workflow = 'jobs:\n  a:\n    steps:\n      - run: ./gradlew build\n';
    expect(await chosen({ '.github/workflows/ci.yml': workflow, 'cart/Dockerfile': 'RUN mvn package' })).toEqual({
      manager: 'gradle',
      why: 'a Gradle build stands beside it; Gradle is taken, for .github/workflows/ci.yml:4.',
    });
  });

  it('our own pipeline says nothing: what it starts was chosen by us', async () => {
    const files = { '.github/workflows/generated.yml': 'run: gradle check', 'cart/Dockerfile': 'RUN ./mvnw package' };
    expect((await chosen(files)).manager).toBe('maven');
  });

  it('the one that the Dockerfile starts is taken, then the one of the README', async () => {
    expect((await chosen({ 'cart/Dockerfile': 'RUN gradle assemble', 'README.md': 'mvn verify' })).manager).toBe(
      'gradle',
    );
    expect((await chosen({ 'README.md': 'Run `./gradlew bootRun`.' })).manager).toBe('gradle');
  });

  it('a Dockerfile of another folder says nothing', async () => {
    expect((await chosen({ 'web/Dockerfile': 'RUN gradle assemble' })).manager).toBe('maven');
  });

  it('that are both started, the one with a wrapper is taken, else Maven', async () => {
    const workflow = { '.github/workflows/ci.yml': 'run: mvn verify\nrun: gradle check\n' };
    const jar = { 'cart/gradle/wrapper/gradle-wrapper.jar': '' };
    expect((await chosen({ ...workflow, ...jar, 'cart/gradlew': '' })).manager).toBe('gradle');
    expect(await chosen(workflow)).toEqual({
      manager: 'maven',
      why: 'a Gradle build stands beside it; Maven is taken, for cart/pom.xml:1.',
    });
  });
});
