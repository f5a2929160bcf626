import { describe, expect, it } from 'vitest';
import { go } from '../../src/profile/ecosystems/go.ts';
import { ownedByUnit } from '../../src/profile/ownership.ts';
import { detectOne } from './detecting.ts';
import { profiled, theService } from './profiled.ts';

describe('What a unit owns', () => {
  it('is its folder, and the lock file and workspace above it', async () => {
    const draft = await detectOne(go, { 'go.work': 'use ./api\n', 'api/main.go': '', 'api/go.mod': 'module api\n' });
    expect(ownedByUnit(draft)).toEqual(['api/**', 'go.work']);
    expect(ownedByUnit({ ...draft, lockfile: 'locks/x.lock' })).toEqual(['api/**', 'go.work', 'locks/x.lock']);
    expect(ownedByUnit({ ...draft, lockfile: 'api/x.lock' })).toEqual(['api/**', 'go.work']);
    expect(ownedByUnit({ ...draft, directory: '.' })).toEqual(['**', 'go.work']);
  });

  it('names the units that it is built from, each the nearest one around the folder', async () => {
    const { units } = await profiled({
      'main.go': '',
      'go.mod': 'module root\n',
      'api/main.go': '',
      'api/go.mod':
        'module api\n\nreplace x/lib => ../libs/lib\n\nreplace x/sub => ../libs/lib/sub\n\nreplace x/self => ./self\n',
      'libs/lib/main.go': '',
      'libs/lib/go.mod': 'module x/lib\n',
    });
    expect(units.find(({ directory }) => directory === 'api')?.dependsOn).toEqual(['.', 'libs/lib']);
  });
});

describe('What a service owns', () => {
  it('is its folder, and what its image copies from elsewhere', async () => {
    const { owns } = await theService({
      'compose.yaml': 'services:\n  api:\n    build: {context: ., dockerfile: api/Dockerfile}\n',
      'api/Dockerfile':
        'FROM a\nCOPY api/ ./\nCOPY shared/prices.json proto/*.proto /x/\nCOPY pkg /pkg\nCOPY missing $X ./\nCOPY --from=b /y /y\n',
      'api/main.rb': '',
      'shared/prices.json': '',
      'shared/other.json': '',
      'proto/a.proto': '',
      'pkg/x.rb': '',
    });
    expect(owns).toEqual(['api/**', 'pkg/**', 'proto/**', 'shared/prices.json']);
  });

  it('is everything where everything is copied', async () => {
    const { owns } = await theService({
      'compose.yaml': 'services:\n  api:\n    build: {context: ., dockerfile: docker/api/Dockerfile}\n',
      'docker/api/Dockerfile': 'FROM a\nCOPY . .\n',
      'main.rb': '',
    });
    expect(owns).toEqual(['**']);
  });

  it('is also what its units own and are built from, and so on', async () => {
    const { services } = await profiled({
      'api/Dockerfile': 'FROM a\nCOPY go.mod ./\n',
      'api/main.go': '',
      'api/go.mod': 'module api\n\nreplace x/lib => ../lib\n',
      'lib/main.go': '',
      'lib/go.mod': 'module x/lib\n\nreplace x/base => ../base\n\nreplace x/api => ../api\n',
      'base/main.go': '',
      'base/go.mod': 'module x/base\n',
      'other/main.go': '',
      'other/go.mod': 'module x/other\n',
      '.go-version': '1.26.1\n',
    });
    expect(services[0]?.owns).toEqual(['.go-version', 'api/**', 'base/**', 'lib/**']);
  });

  it('is also what the larger unit around it is built by, and a Dockerfile elsewhere', async () => {
    const pom = (name: string) =>
      `<project>\n<groupId>x</groupId><version>1</version>\n<artifactId>${name}</artifactId>\n`;
    const { services } = await profiled({
      'pom.xml': `${pom('all')}<modules><module>cart</module></modules></project>`,
      'cart/pom.xml': `${pom('cart')}</project>`,
      'cart/src/main/java/A.java': '',
      'docker/Dockerfile': 'FROM a\nARG JAR\nCOPY ${JAR}.jar /\n',
      'compose.yaml': 'services:\n  cart:\n    image: x/cart\n',
    });
    expect(services[0]?.owns).toEqual(['cart/**', 'docker/Dockerfile', 'pom.xml']);
  });

  it('is nothing of a larger unit around it that no build of its image sees', async () => {
    const files = (context: string) => ({
      'package.json': '{"name": "all", "scripts": {"build": "tsc"}}',
      'package-lock.json': '{}',
      'proxy/Dockerfile': 'FROM caddy\nCOPY Caddyfile /etc/caddy/\n',
      'proxy/Caddyfile': '',
      Caddyfile: '',
      'compose.yaml': `services:\n  proxy:\n    build: { context: ${context}, dockerfile: ${context === '.' ? 'proxy/' : ''}Dockerfile }\n`,
    });
    expect((await theService(files('proxy'))).owns).toEqual(['proxy/**']);
    expect((await theService(files('.'))).owns).toEqual(['Caddyfile', 'package-lock.json', 'package.json', 'proxy/**']);
  });
});
