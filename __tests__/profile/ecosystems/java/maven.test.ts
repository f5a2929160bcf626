import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import { cited, detect, detectOne, typed } from '../../detecting.ts';
import { execution, modules, parent, plugin, pom } from './pom-text.ts';

const TEST = { 'src/test/java/org/shop/CartTest.java': '' };
const WRAPPER = { '.mvn/wrapper/maven-wrapper.properties': '' };

describe("Maven's commands", () => {
  it('verify with tests, and package without them for the build', async () => {
    const unit = await detectOne(java, { 'pom.xml': pom('cart'), ...TEST });
    expect(typed(unit)).toEqual({
      install: [],
      lint: [],
      test: ['mvn -B -ntp verify'],
      build: ['mvn -B -ntp -DskipTests package'],
    });
    expect(unit).toMatchObject({ manager: 'maven', ecosystem: 'java', lockfile: null });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['pom.xml:2', 'src/test/java/org/shop/CartTest.java:1']);
  });

  it('have no test where there is no source of one', async () => {
    const unit = await detectOne(java, { 'pom.xml': pom('cart'), 'src/main/java/org/shop/Cart.java': '' });
    expect(typed(unit)).toMatchObject({ test: [], build: ['mvn -B -ntp package'] });
  });

  it('do not take the tests of another unit below for their own', async () => {
    const { units } = await detect(java, {
      'pom.xml': pom('tool'),
      'Main.java': '',
      'cart/pom.xml': pom('cart'),
      'cart/src/test/java/org/shop/CartTest.java': '',
    });
    expect(units.map((unit) => [unit.directory, typed(unit).test.length])).toEqual([
      ['cart', 1],
      ['.', 0],
    ]);
  });

  it('see tests in packages that bear the name of a folder that is looked into nowhere else', async () => {
    const files = { 'pom.xml': pom('shop', modules('a')), 'a/pom.xml': pom('a', parent('shop')), 'x/y.txt': '' };
    const test = 'a/src/test/java/com/example/build/ATest.java';
    const unit = await detectOne(java, { ...files, [test]: '', 'a/src/test/java/com/example/a.txt': '' });
    expect(cited(unit.commands.test[0] ?? null)).toEqual(['pom.xml:2', `${test}:1`]);
    expect(typed(await detectOne(java, { ...files, 'a/src/test/resources/example/a.json': '' })).test).toEqual([]);
  });

  it('go through the wrapper, which needs no executable bit', async () => {
    const files = { 'pom.xml': pom('cart'), ...WRAPPER };
    expect(typed(await detectOne(java, { ...files, mvnw: { executable: '#!/bin/sh' } })).build).toEqual([
      './mvnw -B -ntp package',
    ]);
    expect(typed(await detectOne(java, { ...files, mvnw: '#!/bin/sh' })).build).toEqual(['sh mvnw -B -ntp package']);
  });

  it('go through a wrapper above, which then concerns the unit', async () => {
    const unit = await detectOne(java, {
      'services/cart/pom.xml': pom('cart'),
      mvnw: { executable: '#!/bin/sh' },
      ...WRAPPER,
    });
    expect(unit.commands.build).toMatchObject([{ run: '../../mvnw -B -ntp package', directory: 'services/cart' }]);
    expect(unit.alsoOwns).toEqual(['mvnw']);
  });

  it('do not go through a wrapper that lacks its other half, which is said', async () => {
    const { units, warnings } = await detect(java, { 'pom.xml': pom('cart'), mvnw: { executable: '#!/bin/sh' } });
    expect(units.map((unit) => typed(unit).build)).toEqual([['mvn -B -ntp package']]);
    expect(warnings).toEqual([
      {
        file: 'mvnw',
        line: 1,
        message:
          '.mvn/wrapper/maven-wrapper.properties is not in the repository, without which the wrapper cannot start; mvn is run instead.',
      },
    ]);
  });

  it('are those of Kotlin where its plugin compiles', async () => {
    const unit = await detectOne(java, { 'pom.xml': pom('cart', plugin('kotlin-maven-plugin')) });
    expect(unit.ecosystem).toBe('kotlin');
  });
});

describe('A Maven build of several modules', () => {
  it('is one of Kotlin where a module is, and starts its wrapper from a module that has a linter of its own', async () => {
    const unit = await detectOne(java, {
      'pom.xml': pom('shop', modules('cart', 'web')),
      'cart/pom.xml': pom('cart', parent('shop'), plugin('spotless-maven-plugin')),
      'web/pom.xml': pom('web', parent('shop'), plugin('kotlin-maven-plugin')),
      mvnw: { executable: '#!/bin/sh' },
      ...WRAPPER,
    });
    expect(unit.ecosystem).toBe('kotlin');
    expect(unit.commands.lint).toMatchObject([{ run: '../mvnw -B -ntp spotless:check', directory: 'cart' }]);
    expect(typed(unit).build).toEqual(['./mvnw -B -ntp package']);
  });
});

describe("Maven's linters", () => {
  const lintOf = async (...content: readonly string[]) =>
    typed(await detectOne(java, { 'pom.xml': pom('cart', ...content), ...TEST })).lint;

  it.each([
    ['spotless-maven-plugin', ['format: mvn -B -ntp spotless:check']],
    ['fmt-maven-plugin', ['format: mvn -B -ntp fmt:check']],
    ['spring-javaformat-maven-plugin', ['format: mvn -B -ntp spring-javaformat:validate']],
    ['maven-pmd-plugin', ['lint: mvn -B -ntp pmd:check']],
    ['spotbugs-maven-plugin', ['lint: mvn -B -ntp compile spotbugs:check']],
    ['maven-surefire-plugin', []],
  ])('have a command of their own where no phase runs them: %s', async (name, expected) => {
    expect(await lintOf(plugin(name))).toEqual(expected);
  });

  it('have none where a phase runs them', async () => {
    expect(await lintOf(plugin('spotless-maven-plugin', execution('check')))).toEqual([]);
    expect(await lintOf(plugin('maven-checkstyle-plugin', execution('check', 'validate')))).toEqual([]);
  });

  it('have one where the phase is switched off, or the goal rewrites the sources', async () => {
    const expected = ['format: mvn -B -ntp spotless:check'];
    expect(await lintOf(plugin('spotless-maven-plugin', execution('check', 'none')))).toEqual(expected);
    expect(await lintOf(plugin('spotless-maven-plugin', execution('apply', 'compile')))).toEqual(expected);
  });

  it('are bound where only the plugin management says so', async () => {
    const managed = `<build><pluginManagement><plugins><plugin><artifactId>spotless-maven-plugin</artifactId>${execution('check')}</plugin></plugins></pluginManagement>`;
    const used = '<plugins><plugin><artifactId>spotless-maven-plugin</artifactId></plugin></plugins></build>';
    expect(await lintOf(managed + used)).toEqual([]);
  });

  it('are not run where they are managed and used by nobody, or stand in a profile that is not active', async () => {
    const inner = '<plugins><plugin><artifactId>spotless-maven-plugin</artifactId></plugin></plugins>';
    expect(await lintOf(`<build><pluginManagement>${inner}</pluginManagement></build>`)).toEqual([]);
    const profile = (activation: string) =>
      `<profiles><profile>${activation}<build>${inner}</build></profile></profiles>`;
    expect(await lintOf(profile(''))).toEqual([]);
    const active = '<activation><activeByDefault>true</activeByDefault></activation>';
    expect(await lintOf(profile(active))).toEqual(['format: mvn -B -ntp spotless:check']);
  });

  it('judge by no rules that nobody chose: Checkstyle needs a configuration', async () => {
    expect(await lintOf(plugin('maven-checkstyle-plugin'))).toEqual([]);
    const configured = '<configuration><configLocation>checkstyle.xml</configLocation></configuration>';
    const expected = ['lint: mvn -B -ntp checkstyle:check'];
    expect(await lintOf(plugin('maven-checkstyle-plugin', configured))).toEqual(expected);
    const property = '<properties><checkstyle.config.location>a.xml</checkstyle.config.location></properties>';
    expect(await lintOf(property, plugin('maven-checkstyle-plugin'))).toEqual(expected);
  });

  it('run in the folder of the module that alone has them, and cite its line', async () => {
    const unit = await detectOne(java, {
      'pom.xml': pom('shop', modules('cart')),
      'cart/pom.xml': pom('cart', parent('shop'), plugin('spotless-maven-plugin')),
    });
    expect(unit.commands.lint).toMatchObject([
      { run: 'mvn -B -ntp spotless:check', directory: 'cart', because: [{ file: 'cart/pom.xml', line: 4 }] },
    ]);
  });

  it('of a parent beside it are run at the root, once', async () => {
    const unit = await detectOne(java, {
      'base/pom.xml': pom('base', '<packaging>pom</packaging>', plugin('spotless-maven-plugin')),
      'shop/pom.xml': pom('shop', parent('base', '../base'), modules('cart')),
      'shop/cart/pom.xml': pom('cart', parent('shop')),
    });
    expect(unit.commands.lint).toMatchObject([
      { run: 'mvn -B -ntp spotless:check', directory: 'shop', because: [{ file: 'base/pom.xml', line: 4 }] },
    ]);
  });

  it('that a single module runs late are run too', async () => {
    const unit = await detectOne(java, {
      'pom.xml': pom('shop', modules('cart', 'web')),
      'cart/pom.xml': pom('cart', parent('shop'), plugin('maven-pmd-plugin', execution('check'))),
      'web/pom.xml': pom('web', parent('shop')),
    });
    expect(typed(unit)).toMatchObject({ lint: [], build: ['mvn -B -ntp verify'] });
  });

  it('that run after packaging are still run where there are no tests', async () => {
    const files = (phase?: string) => ({
      'pom.xml': pom('cart', plugin('maven-pmd-plugin', execution('check', phase))),
      'src/main/java/org/shop/Cart.java': '',
    });
    const twice = execution('check', 'compile') + execution('check');
    const both = twice.replace('</executions><executions>', '');
    const mixed = { ...files(), 'pom.xml': pom('cart', plugin('maven-pmd-plugin', both)) };
    expect(typed(await detectOne(java, mixed)).build).toEqual(['mvn -B -ntp verify']);
    expect(typed(await detectOne(java, files())).build).toEqual(['mvn -B -ntp verify']);
    expect(typed(await detectOne(java, files('compile'))).build).toEqual(['mvn -B -ntp package']);
  });
});
