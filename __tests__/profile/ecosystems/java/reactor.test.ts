import { describe, expect, it } from 'vitest';
import { java } from '../../../../src/profile/ecosystems/java.ts';
import { cited, detect, detectOne } from '../../detecting.ts';
import { modules, parent, pom } from './pom-text.ts';

async function directories(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await detect(java, files)).units.map(({ directory }) => directory).sort();
}

describe('A Maven build', () => {
  it('with modules is one unit, at its root', async () => {
    const files = {
      'pom.xml': pom('shop', modules('cart', 'web')),
      'cart/pom.xml': pom('cart', parent('shop')),
      'web/pom.xml': pom('web', parent('shop'), modules('api')),
      'web/api/pom.xml': pom('api', parent('web')),
    };
    expect(await directories(files)).toEqual(['.']);
  });

  it('owns modules that lie outside its folder', async () => {
    const unit = await detectOne(java, {
      'all/pom.xml': pom('all', modules('../cart')),
      'cart/pom.xml': pom('cart', parent('all', '../all')),
    });
    expect(unit).toMatchObject({ directory: 'all', alsoOwns: ['cart/**'] });
  });

  it('may list a module by its file, and modules of a profile are modules too', async () => {
    const profile = `<profiles><profile>${modules('late')}</profile></profiles>`;
    const files = {
      'pom.xml': pom('shop', modules('cart/cart.pom.xml'), profile),
      'cart/pom.xml': pom('other'),
      'late/pom.xml': pom('late'),
    };
    expect(await directories(files)).toEqual(['.', 'cart']);
  });

  it('leaves a child that its aggregator leaves out alone', async () => {
    const files = {
      'pom.xml': pom('shop', modules('cart')),
      'cart/pom.xml': pom('cart', parent('shop')),
      'attic/pom.xml': pom('attic', parent('shop')),
    };
    expect(await directories(files)).toEqual(['.']);
  });

  it('is a unit each where services share a parent that lists none of them', async () => {
    const files = {
      'parent/pom.xml': pom('base', '<packaging>pom</packaging>'),
      'cart/pom.xml': pom('cart', parent('base', '../parent')),
      'web/pom.xml': pom('web', parent('base', '../parent/pom.xml')),
    };
    expect(await directories(files)).toEqual(['cart', 'web']);
  });

  it('is a unit of its own where it has a wrapper and no parent, though a list above names it', async () => {
    const files = {
      'pom.xml': pom('all', modules('cart', 'web')),
      'cart/pom.xml': pom('cart'),
      'cart/mvnw': '',
      'web/pom.xml': pom('web'),
      'web/mvnw': '',
    };
    expect(await directories(files)).toEqual(['cart', 'web']);
  });

  it.each<[string, string, readonly string[]]>([
    ['in the folder of the list', '    - run: ./mvnw -B verify\n', ['.']],
    [
      'in each folder',
      '    - run: ./mvnw -B verify\n      working-directory: ${{ matrix.project }}\n',
      ['cart', 'web'],
    ],
    ['after a change of folder', '    - run: |\n        cd cart\n        ./mvnw verify\n', ['cart', 'web']],
    ['for a pom that is named', '    - run: mvn -f cart/pom.xml verify\n', ['cart', 'web']],
  ])('is whole where a workflow builds it %s', async (_, step, expected) => {
    const files = {
      'pom.xml': pom('all', modules('cart', 'web')),
      'cart/pom.xml': pom('cart'),
      'cart/mvnw': '',
      'web/pom.xml': pom('web'),
      'web/mvnw': '',
      '.github/workflows/ci.yml': `jobs:\n  a:\n    steps:\n${step}`,
    };
    expect(await directories(files)).toEqual(expected);
  });

  it('keeps what is left of a list whose other modules are built on their own', async () => {
    const files = {
      'pom.xml': pom('all', modules('.', 'cart', 'web')),
      'cart/pom.xml': pom('cart'),
      'cart/mvnw': '',
      'web/pom.xml': pom('web', parent('all')),
    };
    expect(await directories(files)).toEqual(['.', 'cart']);
  });

  it('may be a bill of materials that nobody here inherits', async () => {
    const files = { 'bom/pom.xml': pom('bom', '<packaging>pom</packaging>'), 'cart/pom.xml': pom('cart', parent('x')) };
    expect(await directories(files)).toEqual(['bom', 'cart']);
  });

  it('whose modules list each other is said to be refused by Maven, and is one unit', async () => {
    const { units, warnings } = await detect(java, {
      'a/pom.xml': pom('a', modules('../b')),
      'b/pom.xml': pom('b', modules('../a')),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['a']);
    expect(warnings).toEqual([{ file: 'a/pom.xml', line: 3, message: expect.stringContaining('Maven refuses') }]);
  });

  it('that lists itself is still a unit', async () => {
    expect(await directories({ 'pom.xml': pom('a', modules('.')) })).toEqual(['.']);
  });

  it('in the resources of another, or among its tests, is none', async () => {
    const files = {
      'pom.xml': pom('archetype'),
      'src/main/resources/archetype-resources/pom.xml': pom('x'),
      'src/it/simple/pom.xml': pom('y'),
      'src/test/projects/z/pom.xml': pom('z'),
    };
    expect(await directories(files)).toEqual(['.']);
  });

  it('depends on the units whose artifacts it names, and owns a parent above it', async () => {
    const dependency =
      '<dependencies><dependency><groupId>org.shop</groupId><artifactId>Lib</artifactId></dependency></dependencies>';
    const { units } = await detect(java, {
      'parent/pom.xml': pom('base'),
      'lib/pom.xml': pom('lib'),
      'cart/pom.xml': pom('cart', parent('base', '../parent'), dependency),
    });
    expect(units.find(({ directory }) => directory === 'cart')).toMatchObject({
      dependsOn: ['lib'],
      alsoOwns: ['parent/pom.xml'],
      dependencies: [
        { name: 'lib', file: 'cart/pom.xml', line: 4 },
        { name: 'org.shop:lib', file: 'cart/pom.xml', line: 4 },
      ],
    });
  });
});

describe('A build of Maven that needs what another build of the repository makes', () => {
  const needs = (name: string, version = '${v}') =>
    `<dependencies><dependency><groupId>org.shop</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency></dependencies>`;
  const installs = async (files: Record<string, string>) => {
    const { units } = await detect(java, files);
    const unit = units.find(({ directory }) => directory === 'cart');
    return unit?.commands.install.map(({ run, directory }) => `${directory}: ${run}`);
  };

  it('has those put where Maven looks for them, each after what it needs, with the lines', async () => {
    const files = {
      'api/pom.xml': pom('api'),
      'bus/pom.xml': pom('bus', needs('api')),
      'cart/pom.xml': pom('cart', needs('bus'), needs('cart')),
      'web/pom.xml': pom('web'),
    };
    expect(await installs(files)).toEqual([
      'api: mvn -B -ntp -DskipTests install',
      'bus: mvn -B -ntp -DskipTests install',
    ]);
    const { units } = await detect(java, files);
    const cart = units.find(({ directory }) => directory === 'cart');
    expect(cited(cart?.commands.install[1] ?? null)).toEqual(['cart/pom.xml:3', 'bus/pom.xml:1']);
    expect(units.find(({ directory }) => directory === 'web')?.commands.install).toEqual([]);
  });

  it('takes another version of them from elsewhere, and builds a circle once', async () => {
    const version = '<version>2</version>';
    const cart = (asked: string) => ({ 'cart/pom.xml': pom('cart', needs('api', asked)) });
    expect(await installs({ 'api/pom.xml': pom('api', version), ...cart('2') })).toHaveLength(1);
    expect(await installs({ 'api/pom.xml': pom('api', version), ...cart('1.4.0') })).toEqual([]);
    expect(await installs({ 'api/pom.xml': pom('api', version, needs('cart')), ...cart('2') })).toHaveLength(1);
  });
});

describe('A pom.xml that cannot be used', () => {
  it('is a warning with its line, and the others go on', async () => {
    const { units, warnings } = await detect(java, {
      'cart/pom.xml': '<project>\n<artifactId>cart</artifact>\n</project>',
      'notes/pom.xml': '<html/>',
      'web/pom.xml': pom('web'),
    });
    expect(units.map(({ directory }) => directory)).toEqual(['web']);
    expect(warnings).toEqual([
      { file: 'cart/pom.xml', line: 2, message: expect.stringContaining('this is not XML') },
      { file: 'notes/pom.xml', line: 1, message: 'its root is <html>, not <project>.' },
    ]);
  });

  it('says which parent was named and is not there; the default one may be missing in silence', async () => {
    const { units, warnings } = await detect(java, {
      'cart/pom.xml': pom('cart', parent('base', '../gone/pom.xml')),
      'web/pom.xml': pom('web', parent('spring-boot-starter-parent')),
      'api/pom.xml': pom('api', parent('spring-boot-starter-parent', '')),
    });
    expect(units).toHaveLength(3);
    expect(warnings).toEqual([
      {
        file: 'cart/pom.xml',
        line: 3,
        message: 'the parent ../gone/pom.xml is not among the files that were read; what it sets is not known.',
      },
    ]);
  });

  it('that is empty but for its root is a unit without facts', async () => {
    expect(await detectOne(java, { 'pom.xml': '<project/>' })).toMatchObject({
      version: null,
      dependencies: [],
      dependsOn: [],
    });
  });

  it('with elements where texts should be loses these values alone', async () => {
    const unit = await detectOne(java, {
      'pom.xml': pom(
        'a',
        '<modules>x<module/><module>  </module></modules>',
        properties_with_element,
        '<dependencies><dependency/><dependency><artifactId/></dependency></dependencies>',
      ),
    });
    expect(unit).toMatchObject({ directory: '.', version: null, dependencies: [] });
  });
});

const properties_with_element = '<properties><java.version><deep>17</deep></java.version></properties>';
