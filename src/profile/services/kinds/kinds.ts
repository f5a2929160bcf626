import type { ImageKind } from '../../../domain/image-kind.ts';
import { oncePerSnapshot } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
import { buildpackImages } from './buildpacks.ts';
import { dotnetImages } from './dotnet.ts';
import { gradleImages } from './gradle.ts';
import { koImages } from './ko.ts';
import type { ImageMaker } from './maker.ts';
import { MAVEN_MARK } from './maven/mark.ts';
import { mavenImages } from './maven.ts';
import { sbtImages } from './sbt.ts';

/** Files by their paths, and what stands in one of them where the tool is used. */
interface Mark {
  readonly files: RegExp;
  readonly text: RegExp;
}

/** A tool that makes images, asked only where the repository bears one of its marks. */
interface KnownMaker {
  /** What documentation calls it. */
  readonly title: string;
  readonly kinds: readonly ImageKind[];
  readonly marks: readonly Mark[];
  readonly maker: ImageMaker;
}

/** Pipelines, task runners and scripts. */
const AUTOMATION =
  /(?:^|\/)(?:makefile|gnumakefile|[^/]+\.mk|[^/]+\.sh|\.?justfile|taskfile\.ya?ml|jenkinsfile|\.gitlab-ci\.yml|azure-pipelines\.yml|cloudbuild\.ya?ml)$|^\.github\/workflows\/(?!generated)|^\.circleci\/config\.yml$/i;

const BUILD_SCRIPTS = /\.gradle(?:\.kts)?$|(?:^|\/)libs\.versions\.toml$/;

/** Every tool that is known. Adding one is one file and one line here. (detection.md, "Unit", "Service") */
export const MAKERS: readonly KnownMaker[] = [
  {
    title: 'the .NET SDK, and the hosts of Aspire',
    kinds: ['dotnet-sdk'],
    marks: [
      {
        files: /\.(?:cs|fs|vb)proj$|(?:^|\/)Directory\.Build\.(?:props|targets)$/,
        text: /Aspire\.AppHost|IsAspireHost|EnableSdkContainerSupport|Container(?:Repository|ImageName|BaseImage|Family)\b|DefaultContainer/,
      },
      { files: AUTOMATION, text: /\bdotnet\s+publish\b[^\n]*(?:PublishContainer|DefaultContainer)/ },
    ],
    maker: dotnetImages,
  },
  {
    title: 'plugins of Maven: Jib, Quarkus, docker-maven-plugin, Spring Boot',
    kinds: ['jib', 'maven-plugin', 'spring-boot-build-image', 'other'],
    marks: [{ files: /(?:^|\/)pom\.xml$/, text: MAVEN_MARK }],
    maker: mavenImages,
  },
  {
    title: 'plugins of Gradle: Jib, Ktor, Quarkus, Spring Boot',
    kinds: ['jib', 'spring-boot-build-image'],
    marks: [
      {
        files: BUILD_SCRIPTS,
        text: /com\.google\.cloud\.tools\.jib|org\.springframework\.boot|quarkus-container-image-|io\.ktor\.plugin/,
      },
    ],
    maker: gradleImages,
  },
  {
    title: 'ko, for programs of Go',
    kinds: ['ko'],
    marks: [
      { files: /(?:^|\/)\.ko\.ya?ml$/, text: /^builds:/m },
      { files: /(?:^|\/)skaffold[\w.-]*\.ya?ml$/, text: /^\s+ko:/m },
      { files: AUTOMATION, text: /\b(?:ko|KO)[)}]?\s+(?:build|publish|apply|resolve|create)\b/ },
    ],
    maker: koImages,
  },
  {
    title: 'buildpacks of skaffold',
    kinds: ['other'],
    marks: [{ files: /(?:^|\/)skaffold[\w.-]*\.ya?ml$/, text: /^\s+buildpacks:/m }],
    maker: buildpackImages,
  },
  {
    title: 'sbt-native-packager',
    kinds: ['sbt-native-packager'],
    marks: [{ files: /(?:^|\/)build\.sbt$/, text: /\bDockerPlugin\b/ }],
    maker: sbtImages,
  },
];

/** The makers of which the repository bears a mark, in the order of the list. */
export const makersIn = oncePerSnapshot((snapshot: Snapshot): readonly ImageMaker[] => {
  // Only files that were read can bear a mark: in a large repository they are few.
  const read = snapshot.paths.flatMap((path) => {
    const text = snapshot.text(path);
    return text === null ? [] : [{ path, text }];
  });
  const isBorne = (mark: Mark) => read.some(({ path, text }) => mark.files.test(path) && mark.text.test(text));
  return MAKERS.filter(({ marks }) => marks.some(isBorne)).map(({ maker }) => maker);
});
