import type { Evidence } from '../domain/evidence.ts';
import { type Paint, paintWith, printable } from '../domain/paint.ts';
import type { Command, ProjectProfile, Service, Unit } from '../domain/profile.ts';

/** The profile as a page: what was found, each value with the line that shows it, what was left out and why. */
export function renderProfile(profile: ProjectProfile, { color }: { readonly color: boolean }): string {
  const paint = paintWith(color);
  const sections = [
    profile.units.map((unit) => unitBlock(unit, paint)).join('\n'),
    profile.services.map((service) => serviceBlock(service, paint)).join('\n'),
    titled(
      'Not a service',
      profile.ignored.map(({ path, why }) => `  ${printable(path)}  ${paint.dim(why)}`),
    ),
    titled(
      'Warnings',
      profile.warnings.map(({ file, line, message }) => paint.yellow(`  ${printable(`${file}:${line}: ${message}`)}`)),
    ),
  ].filter((section) => section !== '');
  return sections.length === 0 ? 'Nothing that this version knows how to check.\n' : `${sections.join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

const LABEL = 9;

function unitBlock(
  { directory, ecosystem, manager, lockfile, version, commands, needs, dependsOn }: Unit,
  paint: Paint,
): string {
  const row = rowWith(paint);
  const all = (label: string, list: readonly Command[]) =>
    list.map(({ run, directory: at, because }) => row(label, at === directory ? run : `${run}  (in ${at})`, because));
  return [
    `${paint.bold(printable(directory === '.' ? '. (the root)' : directory))}  ${ecosystem}, ${manager}`,
    version ? row('version', `${version.tool} ${version.value}`, version.because) : '',
    lockfile === null ? '' : row('lock', lockfile, []),
    ...all('install', commands.install),
    ...commands.lint.map(({ check, run, because }) => row(check, run, because)),
    ...all('test', commands.test),
    ...all('build', commands.build),
    ...needs.map((need) =>
      row('needs', need.version === null ? need.service : `${need.service} ${need.version}`, need.because),
    ),
    dependsOn.length === 0 ? '' : row('uses', dependsOn.join(', '), []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function serviceBlock({ name, image, ports, user, health }: Service, paint: Paint): string {
  const row = rowWith(paint);
  const from =
    image.dockerfile === null
      ? image.kind
      : `${image.dockerfile}, built from ${image.context === '.' ? 'the root' : image.context}`;
  return [
    `${paint.bold(printable(name))}  service`,
    row('image', from, image.because),
    image.prebuilt.length === 0 ? '' : row('first', `build ${image.prebuilt.join(', ')}`, []),
    ...ports.map(({ port, protocol, because }) => row('port', `${port} ${protocol}`, because)),
    ports.length === 0 ? row('port', 'none: a worker', []) : '',
    user ? row('user', user.value, user.because) : '',
    health ? row('health', health.value, health.because) : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function rowWith(paint: Paint) {
  return (label: string, value: string, because: readonly Evidence[]): string => {
    const cited = because.map(({ file, line }) => `${file}:${line}`).join(', ');
    return `  ${paint.dim(label.padEnd(LABEL))} ${printable(value)}${cited === '' ? '' : `  ${paint.dim(printable(cited))}`}`;
  };
}
