import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { linesOf, profiled, theService, warned } from '../profiled.ts';

const GO = { 'go.mod': 'module example.com/shop\n\ngo 1.26\n', 'main.go': 'package main\n' };

async function names(files: MemoryFiles) {
  const { services, ignored } = await profiled(files);
  return { services: services.map(({ name }) => name), ignored: ignored.map(({ path, why }) => `${path}: ${why}`) };
}

describe('The Dockerfiles of a repository', () => {
  it.each([
    'Dockerfile',
    'dockerfile',
    'Containerfile',
    'Dockerfile.prod',
    'web.Dockerfile',
    'Dockerfile-web',
    'Dockerfile.web',
  ])('called %s make a service', async (name) => {
    expect((await names({ ...GO, [`app/${name}`]: 'FROM alpine\nCOPY main.go ./\n' })).services).toHaveLength(1);
  });

  it.each(['Dockerfile.md', 'Dockerfile.dockerignore', 'Dockerfile.tmpl', 'MyDockerfile', 'Dockerfile/x'])(
    'are not those called %s',
    async (name) => {
      expect((await names({ ...GO, [`app/${name}`]: 'FROM alpine\n' })).services).toEqual([]);
    },
  );

  it.each([
    ['Dockerfile.dev', 'an image for development'],
    ['Dockerfile.web.debug', 'an image for development'],
    ['e2e/Dockerfile', 'an image for tests'],
    ['hack/testing/ray/Dockerfile', 'an image for tests'],
    ['integration-test/a/Dockerfile', 'an image for tests'],
    ['src/dockerTest/Dockerfile', 'an image for tests'],
    ['hack/debugpod/Dockerfile', 'an image for work on the project'],
    ['operator/bundle.Dockerfile', 'a bundle for a catalogue of operators, which nothing runs'],
    ['Dockerfile.playwright', 'an image for tests'],
    ['ci.Dockerfile', 'an image for builds'],
    ['Dockerfile-builder', 'an image for builds'],
    ['docs/Dockerfile', 'an image for work on the project'],
    ['documentation/compose/db/Dockerfile', 'an image for work on the project'],
    ['.cursor/Dockerfile', 'an image for work on the project'],
    ['e2e-playwright/Dockerfile', 'an image for tests'],
    ['packaging/rpm/Dockerfile', 'an image that makes packages of a system'],
    ['build/package/debian/Dockerfile', 'an image that makes packages of a system'],
    ['apps/shop-e2e/Dockerfile', 'an image for tests'],
    ['app/src/main/docker/Dockerfile.native-micro', 'another way to build the same service'],
    ['app/src/main/docker/Dockerfile.legacy-jar', 'another way to build the same service'],
  ])('%s are left out: %s', async (path, why) => {
    expect(await names({ [path]: 'FROM alpine\n' })).toEqual({ services: [], ignored: [`${path}: ${why}`] });
  });

  it('in one folder are ways to build one image', async () => {
    expect(
      await names({ ...GO, Dockerfile: 'FROM a\n', 'Dockerfile.alpine': 'FROM b\n', 'Dockerfile.worker': 'FROM c\n' }),
    ).toEqual({
      services: ['shop'],
      ignored: [
        'Dockerfile.alpine: another Dockerfile of its folder',
        'Dockerfile.worker: another Dockerfile of its folder',
      ],
    });
    const quarkus = {
      'a/Dockerfile': 'FROM a\n',
      'a/src/main/docker/Dockerfile.jvm': 'FROM b\n',
      'a/pom.xml': '<project/>',
    };
    expect(await names(quarkus)).toEqual({
      services: ['a'],
      ignored: ['a/src/main/docker/Dockerfile.jvm: another Dockerfile of its folder'],
    });
    expect(
      (await names({ ...quarkus, Makefile: 'image:\n\tdocker build -f a/src/main/docker/Dockerfile.jvm a\n' })).ignored,
    ).toEqual(['a/Dockerfile: another Dockerfile of its folder']);
    const atRoot = { Dockerfile: 'FROM a\n', 'src/main/docker/Dockerfile.jvm': 'FROM b\n', 'pom.xml': '<project/>' };
    expect((await names(atRoot)).ignored).toEqual(['src/main/docker/Dockerfile.jvm: another Dockerfile of its folder']);
    const variants = await names({
      'a/src/main/docker/Dockerfile.jvm': 'FROM a\n',
      'a/src/main/docker/Dockerfile.alpine': 'FROM b\n',
    });
    expect(variants.ignored).toEqual(['a/src/main/docker/Dockerfile.alpine: another Dockerfile of its folder']);
  });

  it('in one folder make a service each where each is called by a name and none is plain', async () => {
    const { services } = await profiled({ ...GO, 'Dockerfile.api': 'FROM a\n', 'Dockerfile.worker': 'FROM b\n' });
    expect(services.map(({ name, image }) => [name, image.dockerfile])).toEqual([
      ['api', 'Dockerfile.api'],
      ['worker', 'Dockerfile.worker'],
    ]);
  });

  it('that pipelines build stands before a plain one that nothing builds', async () => {
    const files = { ...GO, Dockerfile: 'FROM a\n', 'Dockerfile.prod': 'FROM b\n' };
    const build = (...commands: readonly string[]) => ({
      '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${commands.map((run) => `      - run: ${run}\n`).join('')}`,
    });
    const prod = 'docker build --file Dockerfile.prod --tag ${{ env.NAME }}:1 .';
    const dockerfiles = async (more: MemoryFiles) =>
      (await profiled({ ...files, ...more })).services.map(({ image }) => image.dockerfile);
    expect(await dockerfiles(build(prod))).toEqual(['Dockerfile.prod']);
    expect(await dockerfiles(build(prod, 'docker build .'))).toHaveLength(2);
    expect(await dockerfiles(build('docker build .'))).toEqual(['Dockerfile']);
    expect(await dockerfiles({})).toEqual(['Dockerfile']);
  });

  it('that compose builds are all services', async () => {
    const compose = 'services:\n  api:\n    build: .\n  jobs:\n    build: {context: ., dockerfile: Dockerfile.jobs}\n';
    expect(
      (await names({ ...GO, 'compose.yaml': compose, Dockerfile: 'FROM a\n', 'Dockerfile.jobs': 'FROM b\n' })).services,
    ).toEqual(['api', 'jobs']);
  });

  it('are not run by a compose service that builds another one under their name', async () => {
    const { services } = await profiled({
      'compose.yaml': 'services:\n  web: {build: ./web, image: acme/api, ports: ["80:81"]}\n',
      'api/Dockerfile': 'FROM a\nCOPY x .\nEXPOSE 90\n',
      'api/x': '',
      'web/Dockerfile': 'FROM a\nCOPY x .\n',
      'web/x': '',
    });
    expect(services.map(({ name, ports }) => [name, ports.map(({ port }) => port)])).toEqual([
      ['api', [90]],
      ['web', [81]],
    ]);
  });

  it('that lie with a container for work on the project make no service, whoever builds them', async () => {
    const compose = 'services:\n  app:\n    build: {context: .., dockerfile: .devcontainer/Dockerfile}\n';
    const files = { ...GO, '.work/compose.yaml': compose, '.devcontainer/Dockerfile': 'FROM a\n' };
    const { services, ignored, warnings } = await profiled(files);
    expect({ services, ignored, warnings }).toEqual({
      services: [],
      ignored: [{ path: '.devcontainer/Dockerfile', why: 'an image for work on the project' }],
      warnings: [],
    });
  });

  it('that only compose files for work on the project build are beside the plain one', async () => {
    const compose = 'services:\n  jobs:\n    build: {context: ., dockerfile: Dockerfile.jobs}\n';
    const files = { ...GO, 'compose.dev.yaml': compose, Dockerfile: 'FROM a\n', 'Dockerfile.jobs': 'FROM b\n' };
    expect(await names(files)).toEqual({
      services: ['shop'],
      ignored: ['Dockerfile.jobs: another Dockerfile of its folder'],
    });
  });

  it('that make several images are of the folders that their arguments name, and no argument names the whole', async () => {
    const service = (folder: string) => `{build: {context: ., dockerfile: app/Dockerfile, args: {DIR: ${folder}}}}`;
    const { services } = await profiled({
      'compose.yaml': `services:\n  all: ${service('.')}\n  web: ${service('web')}\n`,
      'app/Dockerfile': 'ARG DIR\nFROM a\nCOPY $DIR .\nCMD ["x"]\n',
      'app/main.py': '',
      'web/x': '',
    });
    expect(services.map(({ name, directory }) => [name, directory])).toEqual([
      ['all', 'app'],
      ['web', 'web'],
    ]);
  });

  it('that only configure a database or a collector are no service', async () => {
    const files = {
      'db/Dockerfile': 'FROM docker.io/library/postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
      'db/init.sql': '',
      'metrics/Dockerfile': 'FROM prom/prometheus\n',
      'orders/Dockerfile': 'FROM acme/orders-mysql8:1\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
      'table/Dockerfile': 'FROM amazon/dynamodb-local:1\n',
      'tools/Dockerfile': 'FROM acme/mysql-tools:1\n',
      'proxy/Dockerfile': 'FROM golang AS build\nFROM postgres:17\nCOPY --from=build /x /x\n',
    };
    expect(await names(files)).toEqual({
      services: ['proxy', 'tools'],
      ignored: [
        'db/Dockerfile: configures postgres, which is no program of this repository',
        'metrics/Dockerfile: configures prom/prometheus, which is no program of this repository',
        'orders/Dockerfile: configures acme/orders-mysql8, which is no program of this repository',
        'table/Dockerfile: configures amazon/dynamodb-local, which is no program of this repository',
      ],
    });
  });

  it('that install things and hold nothing of the repository are no service', async () => {
    const install = 'RUN apt-get install -y make && git clone https://a.example/shop\n';
    const why = 'an environment: it takes nothing from the repository, and has no command to run';
    expect(
      await names({
        'a/Dockerfile': `FROM ruby:3.3\n${install}WORKDIR /app\n`,
        'b/Dockerfile': `FROM alpine\nADD https://a.example/version.json /\n${install}`,
        'c/Dockerfile': `FROM alpine\n${install}CMD ["shop"]\n`,
        'd/Dockerfile': `FROM alpine\n${install}COPY <<EOF /etc/shop\nx\nEOF\n`,
        'e/Dockerfile': `FROM node\nRUN --mount=type=bind,source=.,target=/app npm ci\n`,
        'compose.yaml': 'services:\n  a:\n    build: a\n    volumes: [".:/app"]\n',
      }),
    ).toEqual({ services: ['c', 'd', 'e'], ignored: [`a/Dockerfile: ${why}`, `b/Dockerfile: ${why}`] });
  });

  it('that are broken are a warning, and the others go on', async () => {
    const profile = await profiled({ 'a/Dockerfile': 'FORM alpine\n', 'b/Dockerfile': 'FROM alpine\n' });
    expect(profile.services.map(({ name }) => name)).toEqual(['b']);
    expect(warned(profile)).toEqual([
      'a/Dockerfile:1: this is no Dockerfile (FORM is no instruction, and there is no FROM); it is left out.',
    ]);
  });

  it('beyond what can be read in reasonable time are a warning', async () => {
    const long = `FROM alpine\n${'#'.repeat(90_000)}\n`;
    const files = Object.fromEntries(
      Array.from({ length: 14 }, (_, n) => [`s${String(n).padStart(2, '0')}/Dockerfile`, long]),
    );
    const profile = await profiled(files);
    expect(profile.services).toHaveLength(11);
    expect(warned(profile)[0]).toContain(
      's11/Dockerfile:1: the Dockerfiles before it have more than 1000000 characters',
    );
  });
});

describe('The build context', () => {
  const contextOf = async (files: MemoryFiles, dockerfile: string) => {
    const { services } = await profiled(files);
    return services.find(({ image }) => image.dockerfile === dockerfile)?.image.context;
  };

  it('is what compose says, with its line', async () => {
    const service = await theService({
      'compose.yaml': 'services:\n  web:\n    build:\n      context: .\n      dockerfile: web/Dockerfile\n',
      'web/Dockerfile': 'FROM a\nCOPY . .\n',
      'web/index.js': '',
    });
    expect(service.image.context).toBe('.');
    expect(linesOf(service.image)).toEqual(['compose.yaml:3']);
  });

  it('is not what is written where that holds nothing of the sources, and another folder does', async () => {
    const files = {
      'docker/web/Dockerfile': 'FROM a\nCOPY docker/start.sh Gemfile ./\n',
      'docker/web/Makefile': 'build:\n\tdocker build -t web .\n',
      'docker/start.sh': '',
      Gemfile: '',
    };
    expect((await theService(files)).image).toMatchObject({ context: '.' });
    const made = { ...files, 'docker/web/Dockerfile': 'FROM a\nCOPY target/app.jar ./\n' };
    expect((await theService(made)).image).toMatchObject({ context: 'docker/web' });
  });

  it('is the nearest folder with most of the sources', async () => {
    const files = {
      'go.mod': 'module x\n',
      'go.sum': '',
      'cmd/api/main.go': '',
      'cmd/api/Dockerfile': 'FROM a\nCOPY go.mod go.sum ./\nCOPY cmd/api cmd/api\n',
      'web/package.json': '{}',
      'web/Dockerfile': 'FROM a\nCOPY package*.json ./\nCOPY . .\n',
    };
    expect(await contextOf(files, 'cmd/api/Dockerfile')).toBe('.');
    expect(await contextOf(files, 'web/Dockerfile')).toBe('web');
  });

  it('counts bind mounts, and what is in folders that detection does not look into', async () => {
    const mounted = {
      'a/Dockerfile': 'FROM a\nRUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync\n',
      'uv.lock': '',
      'a/x.py': '',
    };
    expect(await contextOf(mounted, 'a/Dockerfile')).toBe('.');
    const vendored = { 'a/Dockerfile': 'FROM a\nCOPY vendor/x ./\n', 'vendor/x': '', 'a/x.go': '' };
    expect(await contextOf(vendored, 'a/Dockerfile')).toBe('.');
  });

  it('is above a folder that only serves Docker, where everything is copied', async () => {
    const files = { ...GO, 'docker/Dockerfile': 'FROM a\nCOPY . .\n', 'docker/entrypoint.sh': '' };
    const service = await theService(files);
    expect(service).toMatchObject({ name: 'shop', directory: '.', image: { context: '.' } });
    const further = { 'docker/start-container': '#!/bin/sh\n', 'docker/web/Caddyfile': ':80\n', 'docker/php.ini': '' };
    expect(await theService({ ...files, ...further })).toMatchObject({ name: 'shop', directory: '.' });
    expect((await theService({ ...files, 'docker/Gemfile': '' })).directory).toBe('docker');
  });

  it('is that folder where nothing is copied', async () => {
    const files = { ...GO, 'docker/Dockerfile': 'FROM a\nCMD ["x"]\n', 'docker/entrypoint.sh': '' };
    expect((await theService(files)).image.context).toBe('docker');
  });

  it('is the folder above from which its own lies where the image works, where everything is copied', async () => {
    const at = async (lines: string) => {
      const service = await theService({
        'apps/shots/Dockerfile': `FROM node:24\n${lines}\nCMD node .\n`,
        'apps/shots/index.js': 'run()\n',
        'package.json': '{}',
      });
      return service.image.context;
    };
    expect(await at('WORKDIR /app\nCOPY . .\nWORKDIR /app/apps/shots')).toBe('.');
    expect(await at('WORKDIR /app\nCOPY . .\nWORKDIR /srv/shots')).toBe('apps/shots');
    expect(await at('WORKDIR /app/apps/shots\nCOPY index.js .')).toBe('apps/shots');
  });

  it.each([
    ['WORKDIR /src\nCOPY . .\nWORKDIR "/src/Shop.Orders"', '.'],
    ['WORKDIR /src/\nCOPY ./ .\nRUN a\nWORKDIR /src/Shop.Orders', '.'],
    ['WORKDIR /tmp\nWORKDIR /src\nCOPY . .\nWORKDIR /src/Shop.Orders', '.'],
    ['WORKDIR /src/Shop.Orders\nCOPY . .', 'Shop.Orders'],
    ['WORKDIR /src\nWORKDIR /src/Shop.Orders\nCOPY . .', 'Shop.Orders'],
    ['WORKDIR /src\nCOPY . .\nWORKDIR /app/Shop.Orders', 'Shop.Orders'],
    ['WORKDIR /src\nCOPY . .\nWORKDIR /src/Shop', 'Shop.Orders'],
  ])('is the folder above where its own is entered from what was copied: %j', async (lines, context) => {
    const files = { 'Shop.Orders/Dockerfile': `FROM a:1\n${lines}\nCMD /run\n`, 'Shop.Orders/Orders.cs': '' };
    expect((await theService(files)).image.context).toBe(context);
  });

  it.each([
    ['RUN cd apps/shots && npm ci', '.'],
    ['RUN echo my-apps/shots && echo apps/shots-old', 'apps/shots'],
    ['FROM a\nCOPY --from=0 /app/apps/shots/dist ./', '.'],
    ['CMD ["node", "apps/shots/index.js"]', '.'],
    ['RUN npx turbo prune shots --docker', '.'],
    ['RUN pnpm --filter shots build', '.'],
    ['RUN npm run build -w shots', '.'],
    ['RUN ./gradlew :shots:bootJar', '.'],
    ['RUN mvn -B package -pl shots -am', '.'],
    ['RUN npm run build', 'apps/shots'],
  ])('is the workspace from which %j is started, where everything is copied', async (call, context) => {
    const files = (copies: string) => ({
      'package.json': '{"workspaces": ["apps/*"]}',
      'apps/shots/package.json': '{"name": "shots"}',
      'apps/shots/index.js': '',
      'apps/shots/Dockerfile': `FROM a\n${copies}\n${call}\n`,
    });
    expect(await contextOf(files('COPY . .'), 'apps/shots/Dockerfile')).toBe(context);
    expect(await contextOf(files('COPY index.js .'), 'apps/shots/Dockerfile')).toBe('apps/shots');
  });

  it('is its own folder where that holds a program', async () => {
    expect(
      await contextOf({ ...GO, 'jobs/Dockerfile': 'FROM a\nCOPY . .\n', 'jobs/run.rb': '' }, 'jobs/Dockerfile'),
    ).toBe('jobs');
  });

  it('of src/main/docker is the module, whatever else lies there', async () => {
    const { services } = await profiled({
      'pom.xml': '<project><artifactId>orders</artifactId></project>',
      'orders/pom.xml': '<project><artifactId>orders</artifactId></project>',
      'orders/src/main/docker/Dockerfile': 'FROM a\nCOPY target/*-exec.jar app.jar\n',
      'orders/src/main/docker/agent-options': '',
    });
    expect(services.map(({ name, directory }) => [name, directory])).toEqual([['orders', 'orders']]);
  });

  it("is the module's folder for Dockerfiles in src/main/docker", async () => {
    const service = await theService({
      'orders/src/main/docker/Dockerfile.jvm': 'FROM a\nCOPY target/quarkus-app/lib/ /lib/\n',
      'orders/pom.xml': '<project/>',
    });
    expect(service).toMatchObject({
      name: 'orders',
      directory: 'orders',
      image: { context: 'orders', prebuilt: ['target/quarkus-app/lib/'] },
    });
  });
});

describe('What must be built before the image', () => {
  const REACTOR = {
    'java/pom.xml':
      '<project><artifactId>all</artifactId><packaging>pom</packaging><modules><module>orders</module></modules></project>',
    'java/orders/pom.xml': '<project><artifactId>orders</artifactId></project>',
    'java/orders/Dockerfile': 'FROM a\nCOPY ./target/orders.jar app.jar\n',
  };

  it('is one module of a build of Maven where that makes all of it', async () => {
    expect((await theService(REACTOR)).image.module).toBe('orders');
    const atRoot = { Dockerfile: 'FROM a\nCOPY java/orders/target/*.jar app.jar\n' };
    const { 'java/orders/Dockerfile': _, ...poms } = REACTOR;
    expect((await theService({ ...poms, ...atRoot })).image).toMatchObject({ context: '.', module: 'orders' });
  });

  it.each<[string, Record<string, string>]>([
    ['something else is copied', { 'java/orders/Dockerfile': 'FROM a\nCOPY target/a.jar build/b /\n' }],
    ['no build has it as a module', { 'java/pom.xml': '<project><artifactId>all</artifactId></project>' }],
    ['it is a build of its own', { 'java/orders/mvnw': '' }],
    ['what it copies has no folder', { 'java/orders/Dockerfile': 'FROM a\nCOPY app.jar /\n' }],
  ])('is the whole build where %s', async (_, other) => {
    expect((await theService({ ...REACTOR, ...other })).image.module).toBeUndefined();
  });

  it('is what looks like the output of a build and is not in the repository', async () => {
    const { image } = await theService({
      'a/Dockerfile': 'FROM a\nCOPY dist/ ./\nCOPY target/*.jar app.jar\nCOPY bin/tool missing.txt ./\n',
      'a/bin/tool': '',
      'a/x.java': '',
    });
    expect(image).toMatchObject({ prebuilt: ['dist/', 'target/*.jar', 'missing.txt'], madeBy: null });
  });

  it('is what no checkout has, named to the letter, which no build is known to make', async () => {
    const files = { 'package.json': '{ "scripts": { "build": "vite build" } }', 'x.js': '' };
    const copying = (...sources: readonly string[]) =>
      theService({ ...files, Dockerfile: `FROM nginx\n${sources.map((one) => `COPY ${one} /srv/\n`).join('')}` });
    expect((await copying('spa')).image).toMatchObject({ prebuilt: ['spa'], madeBy: null });
    expect((await copying('dist')).image.madeBy).toBeUndefined();
    expect((await copying('x.js .git ./', 'yarn.lock*', '$EXTRA')).image.prebuilt).toEqual([]);
  });

  it('is looked for in the context alone, out of which no source leads', async () => {
    const { image } = await theService({
      'go.mod': 'module a\n',
      'containers/Dockerfile': 'FROM golang\nCOPY ../go.mod /containers/notes.txt ./\nCOPY ../missing ./\n',
      'containers/notes.txt': '',
    });
    expect(image).toMatchObject({ context: '.', prebuilt: ['../missing'] });
  });

  it('is nothing of a submodule or behind a link', async () => {
    const files = {
      'package.json': '{}',
      'x.js': '',
      kit: { submodule: true as const },
      way: { link: 'kit' },
    };
    const { image } = await theService({ ...files, Dockerfile: 'FROM nginx\nCOPY x.js kit/a way/b /srv/\n' });
    expect(image.prebuilt).toEqual([]);
  });
});

describe('One Dockerfile', () => {
  const TWO = `services:
  orders:
    build: {context: ., args: {SERVICE: orders}}
    ports: ["1:80"]
  carts:
    build: {context: ., args: {SERVICE: carts}}
  carts-copy:
    build: {context: ., args: {SERVICE: carts}}
`;

  it('with several sets of arguments is several services, each in the folder that its argument names', async () => {
    const { services } = await profiled({
      'compose.yaml': TWO,
      Dockerfile: 'FROM a\nARG SERVICE\nCOPY $SERVICE ./\nEXPOSE 80\n',
      'orders/x.go': '',
      'carts/x.go': '',
    });
    expect(services.map(({ name, directory, image }) => [name, directory, image.buildArgs])).toEqual([
      ['carts', 'carts', { SERVICE: 'carts' }],
      ['orders', 'orders', { SERVICE: 'orders' }],
    ]);
    expect(linesOf(services[1]?.image)).toEqual(['compose.yaml:3']);
  });

  it('with several targets is several services, those for development left out', async () => {
    const { services } = await profiled({
      'compose.yaml':
        'services:\n  api:\n    build: {context: ., target: api}\n  jobs:\n    build: {context: ., target: jobs}\n  dev:\n    build: {context: ., target: dev}\n',
      Dockerfile: 'FROM a AS dev\nFROM a AS jobs\nFROM a AS api\nEXPOSE 80\n',
    });
    expect(services.map(({ name, image, ports }) => [name, image.target, ports.length])).toEqual([
      ['api', 'api', 1],
      ['jobs', 'jobs', 0],
    ]);
  });

  it('with a target from which another one copies is no service of that', async () => {
    const dockerfile =
      'FROM node AS assets\nCOPY main.go .\nCMD ["a"]\nFROM alpine AS app\nCOPY --from=assets /x /x\nCMD ["/x"]\n';
    const service = (target: string) => `    build: { context: ., target: ${target} }\n`;
    const compose = `services:\n  js:\n${service('assets')}  web:\n${service('app')}`;
    expect((await names({ ...GO, Dockerfile: dockerfile, 'compose.yaml': compose })).services).toEqual(['web']);
    const only = `services:\n  js:\n${service('assets')}`;
    expect((await names({ ...GO, Dockerfile: dockerfile, 'compose.yaml': only })).services).toEqual(['js']);
  });

  it('that two compose services run is one service, called as the one that listens', async () => {
    const service = await theService({
      'compose.yaml': 'services:\n  worker:\n    build: .\n  site:\n    build: .\n    ports: ["80:8000"]\n',
      Dockerfile: 'FROM python:3\n',
    });
    expect(service.name).toBe('site');
  });

  it('of a demonstration does not name the program', async () => {
    const service = await theService({
      ...GO,
      Dockerfile: 'FROM a\nCOPY main.go ./\n',
      'demo/compose.yaml': 'services:\n  frontend:\n    build: ..\n  backend:\n    build: ..\n',
    });
    expect(service.name).toBe('shop');
  });

  it('for modules whose images compose runs by name is a service each', async () => {
    const pom = (name: string) =>
      `<project>\n  <parent>\n    <artifactId>all</artifactId>\n    <version>2.1</version>\n  </parent>\n  <artifactId>${name}</artifactId>\n</project>\n`;
    const { services } = await profiled({
      'docker/Dockerfile': 'FROM eclipse-temurin:21\nARG JAR\nARG PORT\nCOPY ${JAR}.jar app.jar\nEXPOSE ${PORT}\n',
      'shop-orders/pom.xml': pom('shop-orders'),
      'shop-carts/pom.xml': pom('shop-carts'),
      'compose.yaml':
        'services:\n  orders:\n    image: acme/shop-orders\n    ports: ["8081:8081"]\n  carts:\n    image: acme/shop-carts:latest\n  db:\n    image: postgres\n',
    });
    expect(services.map(({ name, directory }) => [name, directory])).toEqual([
      ['carts', 'shop-carts'],
      ['orders', 'shop-orders'],
    ]);
    expect(services[1]?.image).toMatchObject({
      dockerfile: 'docker/Dockerfile',
      context: 'shop-orders/target',
      buildArgs: { JAR: 'shop-orders-2.1', PORT: '8081' },
      prebuilt: ['shop-orders-2.1.jar'],
    });
    expect(linesOf(services[1]?.image)).toEqual([
      'docker/Dockerfile:4',
      'compose.yaml:3',
      'shop-orders/pom.xml:6',
      'shop-orders/pom.xml:4',
      'compose.yaml:4',
    ]);
  });

  it('for modules is called like one that compose runs more than once, and makes none that has a Dockerfile of its own', async () => {
    const { services } = await profiled({
      'docker/Dockerfile': 'FROM golang:1.25\nARG SERVICE\nCOPY $SERVICE /src\nCMD ["/app"]\n',
      'cart/go.mod': 'module example.com/cart\n',
      'user/go.mod': 'module example.com/user\n',
      'user/Dockerfile': 'FROM a\nCOPY . .\nCMD ["x"]\n',
      'compose.yaml':
        'services:\n  cart-http:\n    image: acme/cart\n  cart-grpc:\n    image: acme/cart\n  user:\n    image: acme/user\n',
    });
    expect(services.map(({ name, image }) => [name, image.dockerfile])).toEqual([
      ['cart', 'docker/Dockerfile'],
      ['user', 'user/Dockerfile'],
    ]);
  });

  it('is given no argument by a compose file for work on the project', async () => {
    const service = await theService({
      ...GO,
      Dockerfile: 'FROM a\nARG MODE=full\nCOPY . .\nCMD ["x"]\n',
      'compose.dev.yaml': 'services:\n  shop:\n    build: {context: ., args: {MODE: fast}}\n',
    });
    expect(service.image.buildArgs).toEqual({});
  });

  it('that works in the folder that an argument names is a service for each module that compose runs', async () => {
    const { services } = await profiled({
      'docker/prod/Dockerfile': 'FROM golang:1.25\nARG SERVICE\nCOPY . /src\nWORKDIR /src/$SERVICE\nCMD ["/app"]\n',
      'internal/cart/go.mod': 'module example.com/cart\n',
      'internal/user/go.mod': 'module example.com/user\n',
      'scripts/image.sh': 'docker build ./internal -f docker/prod/Dockerfile --build-arg "SERVICE=$1"\n',
      '.env': 'PORT=3000\n',
      'compose.yaml': 'services:\n  cart-http:\n    build: docker/dev\n    ports: ["3001:$PORT"]\n',
      'compose.ci.yaml':
        'services:\n  cart-http:\n    image: "example.com/${PROJECT}/cart"\n  cart-grpc:\n    image: "example.com/${PROJECT}/cart"\n  user:\n    image: user\n',
    });
    expect(services.map(({ name, directory, ports }) => [name, directory, ports.map(({ port }) => port)])).toEqual([
      ['cart', 'internal/cart', [3000]],
      ['user', 'internal/user', []],
    ]);
    expect(services[0]?.image).toMatchObject({
      dockerfile: 'docker/prod/Dockerfile',
      context: 'internal',
      buildArgs: { SERVICE: 'cart' },
    });
    expect(linesOf(services[0]?.image)).toEqual(['docker/prod/Dockerfile:4', 'compose.ci.yaml:3', 'compose.ci.yaml:2']);
  });

  it('that takes nothing from the repository is for development where compose mounts a program into it', async () => {
    const files = (volumes: string, lines: string) => ({
      ...GO,
      'infra/web.Dockerfile': `FROM php:8.4-alpine\nCOPY --from=composer:2 /usr/bin/composer /bin/\n${lines}EXPOSE 8080\n`,
      'infra/site.php': '',
      'infra/nginx/x': '',
      'compose.yaml': `services:\n  web:\n    build: { context: ., dockerfile: infra/web.Dockerfile }\n    volumes: [${volumes}]\n`,
    });
    const { services, ignored } = await profiled(files('"./:/src"', ''));
    expect(services).toEqual([]);
    expect(ignored.map(({ path }) => path)).toEqual(['infra/web.Dockerfile']);
    expect((await profiled(files('"./:/src"', 'COPY infra/site.php /srv\n'))).services).toHaveLength(1);
    expect((await profiled(files('"data:/data"', ''))).services).toHaveLength(1);
  });

  it('that starts nothing and copies manifests alone is for development where compose mounts the rest', async () => {
    const files = (lines: string, volumes = '"./ui:/app"') => ({
      'ui/package.json': '{ "name": "ui", "scripts": { "test": "node --test" } }\n',
      'ui/package-lock.json': '{}\n',
      'ui/index.js': '',
      'ui/Dockerfile': `FROM node:24\nWORKDIR /app\n${lines}RUN npm install\n`,
      'compose.yaml': `services:\n  ui:\n    build: ui\n    command: npm run dev\n    volumes: [${volumes}]\n`,
    });
    const count = async (...given: Parameters<typeof files>) => (await profiled(files(...given))).services.length;
    expect(await count('COPY package.json ./package-lock.json /app/\n')).toBe(0);
    expect(await count('COPY package.json index.js /app/\n')).toBe(1);
    expect(await count('COPY package.json /app/\nCMD npm start\n')).toBe(1);
    expect(await count('COPY package.json /app/\n', '"data:/data"')).toBe(1);
    const own = files('COPY package.json /app/\n');
    const onBuild = {
      ...own,
      'ui/Dockerfile': own['ui/Dockerfile'].replace('node:24', 'ghcr.io/acme/node-onbuild:24'),
    };
    expect((await profiled(onBuild)).services).toHaveLength(1);
  });

  it('that holds no program, since compose mounts one into it, is for development', async () => {
    const files = (volumes: string, more = '') => ({
      ...GO,
      'docker/app/Dockerfile': `FROM golang:1.25\nCOPY start.sh /\n${more}ENTRYPOINT ["/start.sh"]\n`,
      'docker/app/start.sh': '',
      'data/x.json': '',
      'compose.yaml': `services:\n  app:\n    build: docker/app\n    volumes: [${volumes}]\n`,
    });
    const { services, ignored } = await profiled(files('"./:/src", "cache:/cache"'));
    expect(services).toEqual([]);
    expect(ignored).toEqual([
      { path: 'docker/app/Dockerfile', why: 'an image for development: the program is mounted into it' },
    ]);
    expect((await profiled(files('{type: bind, source: ., target: /src}'))).services).toEqual([]);
    for (const [volumes, more] of [
      ['"./data:/data", "cache:/cache"', ''],
      ['"./:/src"', 'COPY . .\n'],
    ] as const)
      expect((await profiled(files(volumes, more))).services).toHaveLength(1);
  });
});

describe('The name of a service', () => {
  it('is what compose calls it', async () => {
    const service = await theService({
      'compose.yaml': 'services:\n  web:\n    build: frontend\n',
      'frontend/Dockerfile': 'FROM a\n',
    });
    expect(service).toMatchObject({ name: 'web', directory: 'frontend' });
  });

  it.each([
    ['go.mod', 'module github.com/acme/shop/v2\n', 'shop'],
    ['package.json', '{\n  "name": "@acme/site"\n}', 'site'],
    ['Cargo.toml', '[package]\nname = "zero"\n', 'zero'],
    ['pyproject.toml', '[project]\nname = "api"\n', 'api'],
    ['README.md', '', 'app'],
  ])('at the root is what %s says', async (file, text, expected) => {
    expect((await theService({ [file]: text, Dockerfile: 'FROM a\n' })).name).toBe(expected);
  });

  it('is told apart by what its Dockerfile is called, where another one of its folder has it', async () => {
    const service = (file: string) => `services:\n  api:\n    build: { context: ., dockerfile: ${file} }\n`;
    const files = {
      ...GO,
      Dockerfile: 'FROM a\nCOPY main.go .\nCMD ["/a"]\n',
      'document.Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/b"]\n',
      'docker-compose.yaml': service('Dockerfile'),
      'docker-compose.document.yaml': service('document.Dockerfile'),
    };
    expect((await names(files)).services).toEqual(['api', 'api-document']);
  });

  it('is that of its folder, too, where its Dockerfile is called like another one’s folder', async () => {
    const files = {
      ...GO,
      'apps/checker/Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/a"]\n',
      'apps/checker/probe.Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/b"]\n',
      'apps/checker/main.go': '',
      'apps/probe/Dockerfile': 'FROM a\nCOPY main.go .\nCMD ["/c"]\n',
      'apps/probe/main.go': '',
      'compose.yaml': 'services:\n  checker:\n    image: x/checker\n    ports: ["8080:8080"]\n',
      Makefile: 'images:\n\tdocker build -f apps/checker/probe.Dockerfile apps/checker\n',
    };
    const { services } = await profiled(files);
    expect(services.map(({ name, ports }) => [name, ports.length])).toEqual([
      ['checker', 1],
      ['checker-probe', 0],
      ['probe', 0],
    ]);
  });

  it('is unlike every other', async () => {
    const { services } = await profiled({
      'a/api/Dockerfile': 'FROM a\n',
      'b/api/Dockerfile': 'FROM a\n',
      'c/x/api/Dockerfile': 'FROM a\n',
      'd/x/api/Dockerfile': 'FROM a\n',
    });
    expect(services.map(({ name }) => name)).toEqual(['a-api', 'api', 'api-2', 'b-api']);
  });
});

describe('A target for development', () => {
  it('is not what is shipped', async () => {
    const service = await theService({
      'compose.yaml': 'services:\n  vote:\n    build: {context: vote, target: dev}\n    ports: ["1:80"]\n',
      'vote/Dockerfile': 'FROM python:3 AS base\nFROM base AS dev\nEXPOSE 5678\nFROM base AS final\nEXPOSE 80\n',
    });
    expect(service.image.target).toBeNull();
    expect(service.ports.map(({ port }) => port)).toEqual([80]);
  });
});

describe('A Dockerfile in a folder for scripts', () => {
  const FILE = 'scripts/docker/Dockerfile';
  const BASE = {
    [FILE]: 'FROM node\nCOPY package.json .\nCMD ["node", "."]\n',
    'package.json': '{\n"name": "shop"\n}',
  };
  const step = (text: string) => ({
    '.github/workflows/ci.yml': `on: push\njobs:\n  a:\n    steps:\n      - ${text}\n`,
  });
  const action = (inputs: Readonly<Record<string, unknown>>) =>
    step(`uses: docker/build-push-action@v6\n        with: ${JSON.stringify({ context: '.', file: FILE, ...inputs })}`);

  it.each([
    ['pushes what it builds', action({ push: true })],
    ['pushes it at times', action({ push: "${{ github.event_name != 'pull_request' }}" })],
    ['gives it to a registry', action({ outputs: 'type=registry' })],
    ['pushes it by a command', step(`run: docker build -f ${FILE} -t a . && docker push a`)],
    ['pushes it as it builds', step(`run: docker buildx build --push -f ${FILE} -t a .`)],
  ])('makes a service where a pipeline %s', async (_, files) => {
    expect(await names({ ...BASE, ...files })).toEqual({ services: ['shop'], ignored: [] });
  });

  it('makes one where a main compose file builds it', async () => {
    const compose = (name: string) => ({
      [name]: `services:\n  web:\n    build: { context: ., dockerfile: ${FILE} }\n`,
    });
    expect(await names({ ...BASE, ...compose('compose.yaml') })).toEqual({ services: ['web'], ignored: [] });
    expect((await names({ ...BASE, ...compose('compose.test.yaml') })).services).toEqual([]);
  });

  it.each([
    ['nothing builds it', {}],
    ['it is only built', action({ push: false })],
    ['it is only built by a command', step(`run: docker build -f ${FILE} .`)],
    ['another one is pushed', action({ push: true, file: 'Dockerfile' })],
  ])('makes none where %s', async (_, files) => {
    expect(await names({ ...BASE, ...files })).toEqual({
      services: [],
      ignored: [`${FILE}: an image for work on the project`],
    });
  });

  it.each(['scripts/Dockerfile.dev', 'scripts/e2e/Dockerfile', 'hack/test.Dockerfile', 'docs/Dockerfile'])(
    'makes none where more than the folder says so, pushed or not: %s',
    async (path) => {
      const files = {
        [path]: 'FROM node\nCOPY package.json .\n',
        'package.json': '{}',
        ...action({ push: true, file: path }),
      };
      expect((await names(files)).services).toEqual([]);
    },
  );
});

describe('What must be made before an image', () => {
  const dockerfile = (folder: string) => ({
    [`${folder}/Dockerfile`]: 'FROM node\nCOPY start.sh .\nCOPY dist/conf .\n',
    [`${folder}/start.sh`]: '',
  });

  it.each<[string, MemoryFiles, string | null | undefined]>([
    [
      'the build of the unit that lies there',
      { 'kit/package.json': '{ "scripts": { "build": "vite build" } }' },
      undefined,
    ],
    ['the script beside it', { 'kit/build.sh': '' }, 'kit/build.sh'],
    ['nothing that is known', {}, null],
  ])('is made by %s', async (_, files, maker) => {
    const image = (
      await theService({ 'package.json': '{ "scripts": { "build": "x" } }', ...dockerfile('kit'), ...files })
    ).image;
    expect(image.prebuilt).toEqual(['dist/conf']);
    expect(image.madeBy).toBe(maker);
  });
});

describe('The name of a service that several compose files build', () => {
  it('is the one of the main compose file, not of one for a demonstration beside it', async () => {
    const compose = (name: string, up: string, ports = '') =>
      `services:\n  ${name}:\n    build: { context: ${up}, dockerfile: docker/Dockerfile }\n${ports}`;
    const { services } = await names({
      'Cargo.lock': '',
      'src/main.rs': '',
      'docker/Dockerfile': 'FROM rust\nCOPY . .\nEXPOSE 80\nCMD ["./shop"]\n',
      'docker/docker-compose.yml': compose('shop', '..'),
      'docker/federation/docker-compose.yml': compose('shop-alpha', '../..', '    ports: ["80:80"]\n'),
    });
    expect(services).toEqual(['shop']);
  });
});

describe('An image that is made of the whole repository', () => {
  const MAVEN =
    '<project>\n  <parent>\n    <artifactId>starter</artifactId>\n  </parent>\n  <artifactId>shop</artifactId>\n</project>\n';

  it.each<[string, MemoryFiles]>([
    ['go.mod', { 'go.mod': 'module example.com/acme/shop/v2 // the shop\n' }],
    ['package.json', { 'package.json': '{\n  "author": {\n    "name": "joe"\n  },\n  "name": "@acme/shop"\n}\n' }],
    ['Cargo.toml', { 'Cargo.toml': '[[bin]]\nname = "other"\n\n[package]\nname = "shop"\nversion = "0.1.0"\n' }],
    [
      'Cargo.toml of a workspace',
      { 'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\ndefault-members = ["crates/shop"]\n' },
    ],
    ['pyproject.toml', { 'pyproject.toml': '[[tool.uv.index]]\nname = "other"\n\n[project]\nname = "shop"\n' }],
    ['pyproject.toml of Poetry', { 'pyproject.toml': '[tool.poetry]\nname = "shop"\n' }],
    ['settings.gradle.kts', { 'settings.gradle.kts': 'rootProject.name = "shop"\n', 'build.gradle.kts': '' }],
    ['pom.xml', { 'pom.xml': MAVEN }],
    ['pom.xml of one line', { 'pom.xml': MAVEN.replaceAll('\n', '') }],
  ])('is called as the project calls itself in %s', async (_, files) => {
    expect((await names({ ...files, Dockerfile: 'FROM a\nCOPY . .\nCMD ["x"]\n' })).services).toEqual(['shop']);
  });

  it('is called app where the project has no name that can be shown, and compose has none', async () => {
    const files = { 'package.json': '{"name": "a shop"}', Dockerfile: 'FROM a\nCOPY . .\nCMD ["x"]\n' };
    expect((await names(files)).services).toEqual(['app']);
    const more = { 'Cargo.toml': '[workspace]\nmembers = ["*"]\ndefault-members = ["a", "b"]\n' };
    expect((await names({ ...files, ...more })).services).toEqual(['app']);
    const compose = 'services:\n  web:\n    build: ..\n';
    expect((await names({ ...files, 'deploy/compose.prod.yaml': compose })).services).toEqual(['web']);
  });
});
