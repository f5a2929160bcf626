import type { ProfileWarning } from '../../../domain/profile.ts';
import type { ComposeService } from '../../compose/compose.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { ImageBuild } from '../image-build.ts';

export interface MakerInput {
  readonly snapshot: Snapshot;
  readonly compose: readonly ComposeService[];
  readonly units: readonly UnitDraft[];
  /** The snapshot with the texts of further files. */
  more(paths: readonly string[]): Promise<Snapshot>;
}

export interface MadeImages {
  readonly builds: readonly ImageBuild[];
  readonly warnings?: readonly ProfileWarning[];
}

/** Finds the images that a tool makes without a Dockerfile. Never throws for bad content. */
export type ImageMaker = (input: MakerInput) => Promise<MadeImages> | MadeImages;

/** A tool that makes images, loaded only where a file of that path bears its mark. */
interface KnownMaker {
  readonly files: RegExp;
  readonly mark: RegExp;
  load(): Promise<ImageMaker>;
}

/** What makes images in builds of Maven. */
export const MAVEN_MARK =
  /jib-maven-plugin|quarkus-container-image-|<artifactId>docker-maven-plugin<|spring-boot-maven-plugin/;

/** Every tool that is known. Adding one is one file and one line here. (detection.md, "Unit", "Service") */
const MAKERS: readonly KnownMaker[] = [
  {
    files: /\.(?:cs|fs|vb)proj$|(?:^|\/)Directory\.Build\.(?:props|targets)$/,
    mark: /Aspire\.AppHost|IsAspireHost|EnableSdkContainerSupport|Container(?:Repository|ImageName|BaseImage|Family|Port)\b|DefaultContainer/,
    load: async () => (await import('./dotnet.ts')).dotnetImages,
  },
  {
    files: /(?:^|\/)pom\.xml$/,
    mark: MAVEN_MARK,
    load: async () => (await import('./maven.ts')).mavenImages,
  },
  {
    files: /\.gradle(?:\.kts)?$|(?:^|\/)libs\.versions\.toml$/,
    mark: /com\.google\.cloud\.tools\.jib|org\.springframework\.boot|quarkus-container-image-|io\.ktor\.plugin/,
    load: async () => (await import('./gradle.ts')).gradleImages,
  },
  {
    files:
      /(?:^|\/)(?:\.ko\.ya?ml|skaffold[\w.-]*\.ya?ml|makefile|[^/]+\.mk|[^/]+\.sh|justfile|taskfile\.ya?ml)$|^\.github\/workflows\/(?!generated)/i,
    mark: /^defaultBaseImage:|^builds:|\b(?:ko|KO)[)}]?\s+(?:build|publish|apply|resolve|create)\b|^\s+ko:/m,
    load: async () => (await import('./ko.ts')).koImages,
  },
  {
    files: /(?:^|\/)skaffold[\w.-]*\.ya?ml$/,
    mark: /^\s+buildpacks:/m,
    load: async () => (await import('./buildpacks.ts')).buildpackImages,
  },
  {
    files: /(?:^|\/)build\.sbt$/,
    mark: /\bDockerPlugin\b/,
    load: async () => (await import('./sbt.ts')).sbtImages,
  },
];

/** The makers of which the repository bears a mark, in the order of the list. */
export async function loadMakers(snapshot: Snapshot): Promise<readonly ImageMaker[]> {
  return Promise.all(markedIn(snapshot).map(({ load }) => load()));
}

/** Whether any maker's mark is there. */
export function hasMakers(snapshot: Snapshot): boolean {
  return markedIn(snapshot).length > 0;
}

function markedIn(snapshot: Snapshot): readonly KnownMaker[] {
  return MAKERS.filter(({ files, mark }) =>
    snapshot.paths.some((path) => files.test(path) && mark.test(snapshot.text(path) ?? '')),
  );
}
