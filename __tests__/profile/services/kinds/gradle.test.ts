import { describe, expect, it } from 'vitest';
import { linesOf, portsOf, profiled, theService } from '../../profiled.ts';

const runs = (service: { readonly image: { readonly build?: readonly { run: string; directory: string }[] } }) =>
  service.image.build?.map(({ run, directory }) => `${directory}: ${run}`);

describe('Jib in a build of Gradle', () => {
  it('makes a service with the ports and account that it is told, given to Docker and not pushed', async () => {
    const service = await theService({
      'settings.gradle.kts': 'rootProject.name = "shop"\ninclude("api", "lib")\n',
      'build.gradle.kts': 'plugins {\n  id("com.google.cloud.tools.jib") version "3.4.0" apply false\n}\n',
      'api/build.gradle.kts': [
        'plugins { id("com.google.cloud.tools.jib") }',
        'jib {',
        '  from { image = "gcr.io/distroless/java21:nonroot" }',
        '  container {',
        '    ports = listOf("8081", "9090")',
        '  }',
        '}',
      ].join('\n'),
      'lib/build.gradle.kts': 'plugins { `java-library` }\n',
    });
    expect(service).toMatchObject({ name: 'api', directory: 'api', image: { kind: 'jib', dockerfile: null } });
    expect(runs(service)).toEqual(['api: gradle jibDockerBuild']);
    expect(linesOf(service.image)).toEqual(['api/build.gradle.kts:1']);
    expect([portsOf(service), linesOf(service.ports[0])]).toEqual([
      ['8081/http', '9090/http'],
      ['api/build.gradle.kts:5'],
    ]);
    expect([service.user?.value, linesOf(service.user)]).toEqual(['nonroot', ['api/build.gradle.kts:3']]);
  });

  it('is not told anything by blocks that lie deeper than any person’s', async () => {
    const blocks = Array.from({ length: 20_000 }, (_, n) => `a${n} {\n`).join('');
    const service = await theService({
      'settings.gradle': "rootProject.name = 'shop'\n",
      'build.gradle': `plugins {\n  id 'com.google.cloud.tools.jib'\n}\n${blocks}${'b = "x"\n'.repeat(20_000)}`,
    });
    expect([service.name, portsOf(service)]).toEqual(['shop', []]);
  });

  it('may be set in a script that the build applies, in Groovy', async () => {
    const service = await theService({
      'settings.gradle': "rootProject.name = 'shop'\n",
      'build.gradle': "plugins {\n  id 'com.google.cloud.tools.jib'\n}\napply from: 'gradle/docker.gradle'\n",
      'gradle/docker.gradle': "jib.container.ports = ['8443']\njib {\n  container {\n    user = '1000'\n  }\n}\n",
    });
    expect([service.name, portsOf(service), service.user?.value]).toEqual(['shop', ['8443/http'], '1000']);
    expect(linesOf(service.user)).toEqual(['gradle/docker.gradle:4']);
  });

  it('starts from Temurin where nothing else is said, and from what is not known where a variable says it', async () => {
    const user = async (jib: string) =>
      (await theService({ 'build.gradle': `plugins { id 'com.google.cloud.tools.jib' }\n${jib}\n` })).user?.value;
    expect(await user('')).toBe('root');
    expect(await user('jib { from { image = "$base" } }')).toBeUndefined();
  });
});

describe("Spring Boot's own image in a build of Gradle", () => {
  const BOOT =
    "plugins {\n  id 'org.springframework.boot' version '3.4.0'\n}\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n";

  it.each([
    ['the build sets it', { 'build.gradle': `${BOOT}bootBuildImage {\n}\n` }, 'build.gradle:7'],
    ['a pipeline calls it', { 'build.gradle': BOOT, Makefile: 'i:\n\t./gradlew bootBuildImage\n' }, 'Makefile:2'],
    ['the README says so', { 'build.gradle': BOOT, 'README.md': '\n\n./gradlew bootBuildImage\n' }, 'README.md:3'],
  ])('is made where %s', async (_, files, line) => {
    const service = await theService(files);
    expect(service.image.kind).toBe('spring-boot-build-image');
    expect([linesOf(service.image), runs(service)]).toEqual([[line], ['.: gradle bootBuildImage']]);
    expect([portsOf(service), service.user]).toEqual([['8080/http'], null]);
  });

  it.each(['bootBuildImage {\n  publish = true\n}\n', 'tasks.named("bootBuildImage") {\n  publish.set(true)\n}\n'])(
    'has no command where the build pushes it',
    async (pushes) => {
      expect(runs(await theService({ 'build.gradle': BOOT + pushes }))).toEqual([]);
    },
  );

  it('is not made where nobody asks for it', async () => {
    expect((await profiled({ 'build.gradle': BOOT })).services).toEqual([]);
  });
});

it("Ktor's plugin and the extension of Quarkus make images by Jib", async () => {
  const ktor =
    'plugins {\n  id("io.ktor.plugin") version "3.0.0"\n}\nktor {\n  docker {\n    localImageName.set("a")\n  }\n}\n';
  expect(runs(await theService({ 'build.gradle.kts': ktor }))).toEqual(['.: gradle publishImageToLocalRegistry']);
  const quarkus = "dependencies {\n  implementation 'io.quarkus:quarkus-container-image-jib'\n}\n";
  const service = await theService({ 'build.gradle': quarkus });
  expect([runs(service), service.user?.value]).toEqual([
    ['.: gradle assemble -Dquarkus.container-image.build=true -Dquarkus.container-image.push=false'],
    '185',
  ]);
});
