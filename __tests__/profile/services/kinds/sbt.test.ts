import { describe, expect, it } from 'vitest';
import { linesOf, portsOf, profiled, theService } from '../../profiled.ts';

describe('An image of sbt-native-packager', () => {
  it('is made of each project that enables its plugin, given to Docker and not pushed', async () => {
    const service = await theService({
      'build.sbt': [
        'ThisBuild / scalaVersion := "3.3.4"',
        'lazy val core = project',
        'lazy val demo = project',
        '  .in(file("examples/demo"))',
        '  .enablePlugins(DockerPlugin)',
        '// .enablePlugins(DockerPlugin)',
        'lazy val api: Project = (project in file("modules/api"))',
        '  .settings(',
        '    dockerExposedPorts := Seq(8080, 9090),',
        '    dockerBaseImage := "eclipse-temurin:21",',
        '    Docker / packageName := "acme/shop"',
        '  )',
        '  .enablePlugins(JavaServerAppPackaging, DockerPlugin)',
      ].join('\n'),
      'compose.yaml': 'services:\n  web:\n    image: acme/shop:1\n    environment:\n      A: b\n',
    });
    expect(service).toMatchObject({ name: 'shop', directory: 'modules/api', image: { kind: 'sbt-native-packager' } });
    expect(service.image.build).toMatchObject([{ run: 'sbt api/Docker/publishLocal', directory: '.' }]);
    expect(linesOf(service.image)).toEqual(['build.sbt:13']);
    expect([portsOf(service), linesOf(service.ports[0])]).toEqual([['8080/http', '9090/http'], ['build.sbt:9']]);
    expect([service.user?.value, linesOf(service.user)]).toEqual(['1001', ['build.sbt:13']]);
  });

  it('may be of the project at the root, under an account that it sets', async () => {
    const service = await theService({
      'app/build.sbt': 'enablePlugins(DockerPlugin)\nDocker / daemonUser := "app"\n',
    });
    expect(service).toMatchObject({ name: 'app', directory: 'app', user: { value: 'app' } });
    expect(service.image.build).toMatchObject([{ run: 'sbt Docker/publishLocal', directory: 'app' }]);
  });

  it('is not made where nothing enables it', async () => {
    expect((await profiled({ 'build.sbt': 'lazy val a = project // DockerPlugin\n' })).services).toEqual([]);
  });
});
