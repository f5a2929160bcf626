import type { Evidence } from '../../domain/evidence.ts';
import type { Command, ProjectProfile, Service, Unit } from '../../domain/profile.ts';
import { code } from './markdown.ts';
import type { GithubPage } from './page.ts';
import { placed } from './places.ts';

/** Every value that the pipeline is made from, with the lines of the repository that show it: a list of two levels, a line each. */
export function evidenceLines(page: GithubPage): string[] {
  const { units, services }: ProjectProfile = page.profile;
  return [...units.flatMap((unit) => unitLines(unit, page)), ...services.flatMap((one) => serviceLines(one, page))];
}

function unitLines({ directory, ecosystem, manager, version, versions, commands, needs }: Unit, page: GithubPage) {
  const tools = [...(version ? [version] : []), ...versions];
  return [
    `- ${code(directory)}: ${ecosystem}, ${manager}`,
    ...tools.map(({ tool, value, because }) => valueLine(tool, value, because, page)),
    ...commandLines('install', commands.install, page),
    ...commands.lint.flatMap((one) => commandLines(one.check, [one], page)),
    ...commandLines('test', commands.test, page),
    ...commandLines('build', commands.build, page),
    ...needs.map(({ service, version: tag, because }) =>
      valueLine('needs', tag === null ? service : `${service}:${tag}`, because, page),
    ),
  ];
}

function commandLines(label: string, commands: readonly Command[], page: GithubPage): string[] {
  return commands.map(({ run, because }) => valueLine(label, run, because, page));
}

function serviceLines({ name, image, ports, user, health }: Service, page: GithubPage): string[] {
  return [
    `- ${code(name)}: a container`,
    valueLine('image', image.dockerfile ?? image.kind, image.because, page),
    ...commandLines('built-by', image.build ?? [], page),
    ...ports.map(({ port, protocol, because }) => valueLine('port', `${port}/${protocol}`, because, page)),
    ...(user ? [valueLine('user', user.value, user.because, page)] : []),
    ...(health ? [valueLine('health', health.value, health.because, page)] : []),
  ];
}

function valueLine(label: string, value: string, because: readonly Evidence[], page: GithubPage): string {
  const [first] = because;
  const cited = first ? ` ← ${placed(first, page)}${because.length > 1 ? ` and ${because.length - 1} more` : ''}` : '';
  return `  - ${/^[a-z][a-z-]*$/.test(label) ? label : code(label)} ${code(value, 120)}${cited}`;
}
