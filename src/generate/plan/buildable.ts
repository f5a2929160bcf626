import { isWithin } from '../../domain/folders.ts';
import type { ImageKind } from '../../domain/image-kind.ts';
import type { Command, ManagerName, Service, Unit } from '../../domain/profile.ts';

/** How a service's image can be built, or the sentence that says why it cannot. */
export type Buildable =
  | { readonly kind: 'alone' }
  /** Its Dockerfile copies what these commands make, with what the unit brings: they run first, in the same job. */
  | {
      readonly kind: 'after';
      readonly unit: Unit;
      readonly commands: readonly Command[];
      readonly copies: string;
      /** The one module of the build that makes it; null where the whole does. */
      readonly module: string | null;
    }
  /** The build tool of that unit makes it. */
  | { readonly kind: 'by-tool'; readonly unit: Unit; readonly commands: readonly [Command, ...Command[]] }
  | { readonly kind: 'not'; readonly why: string };

/** Whether and how an image can be built from what the profile knows. */
export function buildable(service: Service, units: readonly Unit[]): Buildable {
  const { name, image, directory } = service;
  if (image.dockerfile === null) return byTool(service, units);
  const { standsOn } = image;
  if (standsOn) {
    const maker = standsOn.because[0]?.file ?? 'a script';
    return { kind: 'not', why: `the Dockerfile of ${name} stands upon ${standsOn.value}, which ${maker} builds first` };
  }
  const [copies] = image.prebuilt;
  if (copies === undefined) return { kind: 'alone' };
  const open = image.prebuilt.find((needed) => VARIABLE.test(needed.replace(PLATFORM, '')));
  if (open !== undefined && !image.madeFirst)
    return { kind: 'not', why: `the Dockerfile of ${name} needs ${open}${unsaid(open)}` };
  if (image.madeFirst) return madeFirst(service, { copies, commands: image.madeFirst }, units);
  const unit = builderOf(directory, image.builtBy ? units.filter((it) => it.manager === image.builtBy) : units);
  if (unit && image.madeBy === undefined)
    return {
      kind: 'after',
      unit,
      commands: unit.commands.build,
      copies,
      module: unit.manager === 'maven' ? (image.module ?? null) : null,
    };
  const maker = image.madeBy
    ? `, which no build here makes (${image.madeBy} may)`
    : ', and nothing that is known here makes it';
  return { kind: 'not', why: `the Dockerfile of ${name} needs ${copies}${maker}` };
}

const VARIABLE = /\$\{?(\w{1,60})/;

/** A default that only says that whoever builds the image has to give a value. */
const PLACEHOLDER = /(?<![A-Za-z0-9])(?:PLEASE|CHANGE|REPLACE|INSERT)_[A-Z_]{1,60}(?![a-z0-9])/;

/** What BuildKit tells every build. (docs.docker.com, "Automatic platform ARGs") */
const PLATFORM = /\$\{?(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)\}?/g;

/** Why nobody can say what is needed: an argument that has no value, or a default that is none, or one that the build makes of another. (docs.docker.com, "Dockerfile reference: Environment replacement") */
function unsaid(needed: string): string {
  const [placeholder] = PLACEHOLDER.exec(needed) ?? [];
  if (placeholder !== undefined)
    return `, where ${placeholder} is no value: give its ARG a default that is one, or the value where compose builds the image`;
  const [, argument = 'its argument'] = VARIABLE.exec(needed) ?? [];
  if (/\$\{\w{1,60}[/#%]/.test(needed))
    return `, and what the build makes of ${argument} is not known here: give the ARG its value where compose builds the image`;
  return `, and nothing says what ${argument} is: give the ARG a default, or its value where compose builds the image`;
}

/** By commands of the unit that is told, or of Go, in the module around the program. */
function madeFirst(
  { name, directory, image: { builtBy = 'go' } }: Service,
  { copies, commands }: { readonly copies: string; readonly commands: readonly Command[] },
  units: readonly Unit[],
): Buildable {
  const unit = nearestAround(
    directory,
    units.filter(({ manager }) => manager === builtBy),
  );
  if (unit && commands.length > 0) return { kind: 'after', unit, commands, copies, module: null };
  const why = `the Dockerfile of ${name} needs ${copies}, which GoReleaser builds`;
  return { kind: 'not', why };
}

/** Managers whose set-up brings what makes images of that kind. */
const TOOLS: Readonly<Partial<Record<ImageKind, readonly ManagerName[]>>> = {
  'dotnet-sdk': ['nuget'],
  jib: ['maven', 'gradle'],
  'spring-boot-build-image': ['maven', 'gradle'],
  'maven-plugin': ['maven'],
  ko: ['go'],
  'sbt-native-packager': ['sbt'],
};

function byTool({ name, image, directory }: Service, units: readonly Unit[]): Buildable {
  const [command, ...more] = image.build ?? [];
  const unit = nearestAround(
    directory,
    units.filter(({ manager }) => TOOLS[image.kind]?.includes(manager)),
  );
  if (unit && command) return { kind: 'by-tool', unit, commands: [command, ...more] };
  const why = `the image of ${name} is built by ${image.kind}`;
  return { kind: 'not', why: command ? `${why}, which no unit around it brings` : why };
}

/** The nearest unit around the service that has a build. */
function builderOf(directory: string, units: readonly Unit[]): Unit | null {
  return nearestAround(
    directory,
    units.filter(({ commands }) => commands.build.length > 0),
  );
}

function nearestAround(directory: string, units: readonly Unit[]): Unit | null {
  const around = units.filter((unit) => isWithin(unit.directory, directory));
  return around.reduce<Unit | null>((a, b) => (a === null || b.directory.length > a.directory.length ? b : a), null);
}
