import type { Evidence } from '../../domain/evidence.ts';
import type { Command, ProjectProfile, Service, Unit } from '../../domain/profile.ts';
import { type ExplainedJob, explain } from '../explain/explain.ts';
import { code, prose } from './markdown.ts';
import type { GithubPage } from './page.ts';
import { placed } from './places.ts';

/**
 * Every job, step and value of the pipeline, and what else is known of the repository, with the lines that show it or with whose default it
 * is: a list of two levels, a line each.
 */
export function evidenceLines(page: GithubPage): string[] {
  const { units, services }: ProjectProfile = page.profile;
  const { pipeline, request } = page.proposal;
  return [
    ...explain(pipeline, request).flatMap((job) => jobLines(job, page)),
    ...units.flatMap((unit) => unitLines(unit, page)),
    ...services.flatMap((one) => serviceLines(one, page)),
  ];
}

function jobLines({ name, because, values }: ExplainedJob, page: GithubPage): string[] {
  return [
    `- Job ${code(name, 120)}${citedIn(because, page)}`,
    ...values.map(({ label, value, because, note }) => {
      const reason = note === null ? '' : ` (${prose(note, 200)})`;
      return `  - ${label} ${code(value, 120)}${citedIn(because, page)}${reason}`;
    }),
  ];
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
  return `  - ${/^[a-z][a-z-]*$/.test(label) ? label : code(label)} ${code(value, 120)}${citedIn(because, page)}`;
}

function citedIn(because: readonly Evidence[], page: GithubPage): string {
  const [first] = because;
  return first ? ` ← ${placed(first, page)}${because.length > 1 ? ` and ${because.length - 1} more` : ''}` : '';
}
