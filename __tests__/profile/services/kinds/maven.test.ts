import { describe, expect, it } from 'vitest';
import { linesOf, portsOf, profiled, theService } from '../../profiled.ts';

const pom = (name: string, ...body: string[]) =>
  `<project>\n<artifactId>${name}</artifactId>\n<version>1</version>\n${body.join('\n')}\n</project>\n`;
const plugins = (...all: string[]) => `<build><plugins>\n${all.join('\n')}\n</plugins></build>`;
const managed = (...all: string[]) => `<pluginManagement><plugins>\n${all.join('\n')}\n</plugins></pluginManagement>`;
const plugin = (group: string, name: string, ...body: string[]) =>
  `<plugin><groupId>${group}</groupId>\n<artifactId>${name}</artifactId>\n${body.join('\n')}</plugin>`;
const jib = (...body: string[]) => plugin('com.google.cloud.tools', 'jib-maven-plugin', ...body);
const boot = (...body: string[]) => plugin('org.springframework.boot', 'spring-boot-maven-plugin', ...body);
const settings = (...body: string[]) => `<configuration>\n${body.join('\n')}\n</configuration>`;
const dependency = (name: string) =>
  `<dependencies><dependency><groupId>g</groupId><artifactId>${name}</artifactId></dependency></dependencies>`;
const parent = '<parent><artifactId>all</artifactId><version>1</version></parent>';
const runs = (service: { readonly image: { readonly build?: readonly { run: string; directory: string }[] } }) =>
  service.image.build?.map(({ run, directory }) => `${directory}: ${run}`);

describe('Jib in a build of Maven', () => {
  it('makes a service with the ports and account that it is told, given to Docker and not pushed', async () => {
    const service = await theService({
      'pom.xml': pom(
        'shop',
        plugins(
          jib(
            settings(
              '<container><ports><port>${port}</port></ports>',
              '<user>1000</user></container>',
              '<to><image>registry.example.com/acme/shop</image></to>',
            ),
          ),
        ),
        '<properties><port>8081</port></properties>',
      ),
    });
    expect(service).toMatchObject({ name: 'shop', directory: '.', image: { kind: 'jib', dockerfile: null } });
    expect(runs(service)).toEqual(['.: mvn -B -ntp -DskipTests package jib:dockerBuild']);
    expect(linesOf(service.image)).toEqual(['pom.xml:6']);
    expect(portsOf(service)).toEqual(['8081/http']);
    expect(linesOf(service.ports[0])).toEqual(['pom.xml:13', 'pom.xml:8']);
    expect(service.user?.value).toBe('1000');
  });

  it('takes its settings from where a parent manages them, and starts from Temurin where none are', async () => {
    const files = (management: string) => ({
      'pom.xml': pom('all', `<packaging>pom</packaging><modules><module>api</module></modules>`, management),
      'api/pom.xml': pom('api', parent, plugins(jib()), dependency('spring-boot-starter-web')),
    });
    const plain = await theService(files(''));
    expect([plain.user?.value, portsOf(plain), linesOf(plain.user)]).toEqual([
      'root',
      ['8080/http'],
      ['api/pom.xml:7'],
    ]);
    const settled = jib(settings('<from><image>${base}</image></from><container><user>app</user></container>'));
    const own = await theService(files(`<build>${managed(settled)}</build>`));
    expect([own.user?.value, linesOf(own.user)]).toEqual(['app', ['pom.xml:9']]);
  });

  it('builds first what the module is built from, and is concerned by it', async () => {
    const service = await theService({
      'pom.xml': pom('all', '<packaging>pom</packaging><modules><module>api</module><module>core</module></modules>'),
      'core/pom.xml': pom('core', parent),
      'api/pom.xml': pom('api', parent, plugins(jib()), dependency('core')),
    });
    expect(runs(service)).toEqual([
      '.: mvn -B -ntp -DskipTests -pl api -am install',
      'api: mvn -B -ntp -DskipTests package jib:dockerBuild',
    ]);
    expect(service.owns).toEqual(expect.arrayContaining(['api/**', 'core/**', 'pom.xml']));
  });

  it('makes none of a module that skips it, of a library below a parent that uses it, or where it is only managed', async () => {
    const { services } = await profiled({
      'pom.xml': pom(
        'all',
        '<packaging>pom</packaging><modules><module>api</module><module>lib</module><module>old</module></modules>',
        plugins(jib()),
      ),
      'api/pom.xml': pom('api', parent),
      'api/src/main/java/a/ApiApplication.java': '',
      'lib/pom.xml': pom('lib', parent),
      'lib/src/main/java/a/Lib.java': '',
      'old/pom.xml': pom('old', parent, plugins(jib(settings('<skip>true</skip>')))),
      'elsewhere/pom.xml': pom('elsewhere', `<build>${managed(jib())}</build>`),
    });
    expect(services.map(({ name }) => name)).toEqual(['api']);
  });

  it('gives way to a Dockerfile', async () => {
    const service = await theService({ 'pom.xml': pom('a', plugins(jib())), Dockerfile: 'FROM a\nCOPY . .\n' });
    expect(service.image).not.toHaveProperty('build');
    expect(service.image.kind).toBe('dockerfile');
  });
});

describe("Spring Boot's own image", () => {
  const WEB = dependency('spring-boot-starter-web');

  it.each([
    ['its settings ask for it', boot(settings('<image><name>a/b</name></image>')), {}, 'pom.xml:8'],
    [
      'it is bound to a phase',
      boot('<executions><execution><goals><goal>build-image</goal></goals></execution></executions>'),
      {},
      'pom.xml:7',
    ],
    ['a pipeline calls it', boot(), { Makefile: 'image:\n\t./mvnw spring-boot:build-image\n' }, 'Makefile:2'],
    ['the README says so', boot(), { 'README.md': '# A\n\n    ./mvnw spring-boot:build-image\n' }, 'README.md:3'],
  ])('is made where %s', async (_, used, files, line) => {
    const service = await theService({ 'pom.xml': pom('a', plugins(used), WEB), ...files });
    expect(service.image.kind).toBe('spring-boot-build-image');
    expect(linesOf(service.image)).toEqual([line]);
    expect(portsOf(service)).toEqual(['8080/http']);
    expect(service.user).toBeNull();
    expect(runs(service)).toEqual([
      '.: mvn -B -ntp -DskipTests spring-boot:build-image -Dspring-boot.build-image.publish=false',
    ]);
  });

  it('is not made where nobody asks for it', async () => {
    expect((await profiled({ 'pom.xml': pom('a', plugins(boot()), WEB) })).services).toEqual([]);
  });

  it('has no command where the build pushes it', async () => {
    const used = boot(settings('<image><publish>true</publish></image>'));
    expect(runs(await theService({ 'pom.xml': pom('a', plugins(used), WEB) }))).toEqual([]);
  });
});

describe('The plugin of fabric8', () => {
  const fabric = (image: string) =>
    plugin('io.fabric8', 'docker-maven-plugin', settings(`<images><image>${image}</image></images>`));

  it('makes what it builds from its own settings', async () => {
    const build = '<build><from>eclipse-temurin:21</from><user>7</user><ports><port>9000</port></ports></build>';
    const service = await theService({ 'pom.xml': pom('a', plugins(fabric(`<name>x/y</name>${build}`))) });
    expect(service.image.kind).toBe('maven-plugin');
    expect(runs(service)).toEqual(['.: mvn -B -ntp -DskipTests package docker:build']);
    expect([portsOf(service), service.user?.value]).toEqual([['9000/tcp'], '7']);
  });

  it.each([
    ['only runs', '<name>postgres</name><run></run>'],
    ['builds from a Dockerfile', '<build><dockerFile>x</dockerFile></build>'],
  ])('makes nothing of an image that it %s', async (_, image) => {
    expect((await profiled({ 'pom.xml': pom('a', plugins(fabric(image))) })).services).toEqual([]);
  });
});

it('An extension of Quarkus makes an image on the way, from its own base', async () => {
  const service = await theService({ 'pom.xml': pom('a', dependency('quarkus-container-image-jib')) });
  expect(service.image.kind).toBe('jib');
  expect(runs(service)).toEqual([
    '.: mvn -B -ntp -DskipTests package -Dquarkus.container-image.build=true -Dquarkus.container-image.push=false',
  ]);
  expect([service.user?.value, linesOf(service.user)]).toEqual(['185', ['pom.xml:4']]);
});
