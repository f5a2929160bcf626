import { describe, expect, it } from 'vitest';
import type { MemoryFiles } from '../../fakes/memory-tree.ts';
import { theService } from '../profiled.ts';

const pom = (artifact: string, more: string) =>
  `<project><parent><groupId>a</groupId><artifactId>all</artifactId><version>1</version></parent><artifactId>${artifact}</artifactId>${more}</project>`;
const needs = (artifact: string, scope = 'compile') =>
  `<dependency><groupId>a</groupId><artifactId>${artifact}</artifactId><version>1</version><scope>${scope}</scope></dependency>`;

const MAVEN: MemoryFiles = {
  'pom.xml':
    '<project><groupId>a</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging><modules><module>orders</module><module>common</module><module>base</module><module>kit</module></modules></project>',
  'orders/pom.xml': pom('orders', `<dependencies>${needs('common')}${needs('kit', 'test')}</dependencies>`),
  'common/pom.xml': pom('common', `<dependencies>${needs('base')}</dependencies>`),
  'base/pom.xml': pom('base', ''),
  'kit/pom.xml': pom('kit', ''),
  'orders/src/main/java/A.java': '',
  'orders/Dockerfile': 'FROM eclipse-temurin:21\nCOPY target/*.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
};

const GRADLE: MemoryFiles = {
  'settings.gradle': 'include "orders", "common", "base", "kit:core-utils"\n',
  gradlew: { executable: '' },
  'orders/build.gradle': 'dependencies {\n  implementation project(":common")\n}\n',
  'common/build.gradle': 'dependencies { api(project(path: ":base")) }\n',
  'base/build.gradle': 'plugins { id "java" }\n',
  'kit/core-utils/build.gradle': 'plugins { id "java" }\n',
  'orders/src/main/java/A.java': '',
  'orders/Dockerfile': 'FROM eclipse-temurin:21\nCOPY build/libs/*.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
};

const owns = async (files: MemoryFiles) => (await theService(files)).owns;

describe('An image that copies what a build outside makes of a module', () => {
  it('is concerned by the modules of Maven that this one needs, and those by theirs', async () => {
    expect(await owns(MAVEN)).toEqual(['base/**', 'common/**', 'orders/**', 'pom.xml']);
  });

  it('is concerned by the projects of Gradle that its own names, and those by theirs', async () => {
    expect(await owns(GRADLE)).toEqual(['base/**', 'common/**', 'orders/**', 'settings.gradle']);
    const whole = {
      'build.gradle': '',
      'gradle.properties': '',
      'buildSrc/a.gradle': '',
      'gradle/libs.versions.toml': '',
    };
    expect(await owns({ ...GRADLE, ...whole, 'other/a.java': '' })).toEqual([
      ...['base/**', 'build.gradle', 'buildSrc/**', 'common/**', 'gradle.properties', 'gradle/**', 'orders/**'],
      'settings.gradle',
    ]);
  });

  it.each([
    [
      'a name of its own',
      {
        'orders/build.gradle.kts': 'dependencies { api(projects.kit.coreUtils) }\n',
        'orders/build.gradle': { link: 'x' },
      },
      'kit/core-utils/**',
    ],
    [
      'the script of the root',
      {
        'build.gradle': 'subprojects {\n  dependencies { implementation project(":base") }\n}\n',
        'common/build.gradle': '',
      },
      'base/**',
    ],
  ])('is concerned by a project that is named by %s', async (_, files, expected) => {
    expect(await owns({ ...GRADLE, ...files })).toContain(expected);
  });

  it('is concerned by the whole build where a project lies elsewhere than its name says', async () => {
    const settings = 'include "orders", "common"\nproject(":common").projectDir = file("libs/common")\n';
    const { 'common/build.gradle': common = '', ...others } = GRADLE;
    expect(await owns({ ...others, 'settings.gradle': settings, 'libs/common/build.gradle': common })).toContain('**');
  });

  it('is concerned by no other module where its Dockerfile builds it', async () => {
    const Dockerfile = 'FROM maven\nCOPY . .\nRUN mvn package\nCMD ["java", "-jar", "target/app.jar"]\n';
    expect(await owns({ ...MAVEN, 'orders/Dockerfile': Dockerfile })).toEqual(['orders/**']);
  });
});
