import type { Evidence } from '../domain/evidence.ts';
import { type Paint, paintWith, printableLine } from '../domain/paint.ts';
import type { Command, ProjectProfile, Service, Submodules, Unit } from '../domain/profile.ts';

/** One value of a unit or a service, and the lines that show it. */
interface Row {
  readonly label: string;
  readonly value: string;
  readonly because: readonly Evidence[];
}

/** The profile as a page: what was found, each value with the line that shows it, then what was left out and why. */
export function renderProfile(profile: ProjectProfile, { color }: { readonly color: boolean }): string {
  const paint = paintWith(color);
  const { units, services, ignored, warnings } = profile;
  const sections = [
    section(
      paint,
      'Units',
      units.map((unit) => block(paint, unitTitle(unit), unitRows(unit))),
    ),
    section(
      paint,
      'Services',
      services.map((service) => block(paint, serviceTitle(service), serviceRows(service))),
    ),
    section(
      paint,
      'Left out',
      ignored.map(({ path, why }) => `  ${printableLine(path)}  ${paint.dim(printableLine(why))}`),
    ),
    section(
      paint,
      'Warnings',
      warnings.map(({ file, line, message }) => paint.yellow(`  ${printableLine(`${file}:${line}: ${message}`)}`)),
    ),
  ].filter((text) => text !== '');
  return sections.length === 0 ? 'Nothing that this version knows how to check.\n' : `${sections.join('\n\n')}\n`;
}

function section(paint: Paint, title: string, blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : [paint.bold(title), ...blocks].join('\n');
}

function block(paint: Paint, [name, about]: readonly [string, string], rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ label }) => label.length));
  const lines = rows.map(({ label, value, because }, index) => {
    const branch = index === rows.length - 1 ? '└─' : '├─';
    return `  ${paint.dim(branch)} ${paint.dim(label.padEnd(width))}  ${printableLine(value)}${cited(paint, because)}`;
  });
  const title = [paint.cyan(printableLine(name)), printableLine(about)].filter((text) => text !== '');
  return [`  ${title.join('  ')}`, ...lines].join('\n');
}

/** Citations of one file stand together: `go.mod:3, 12`. */
function cited(paint: Paint, because: readonly Evidence[]): string {
  const files = [...new Set(because.map(({ file }) => file))];
  const texts = files.map((file) => {
    const lines = because.filter((it) => it.file === file).map(({ line }) => line);
    return `${file}:${[...new Set(lines)].join(', ')}`;
  });
  return texts.length === 0 ? '' : `  ${paint.dim(printableLine(texts.join('; ')))}`;
}

function place(directory: string): string {
  return directory === '.' ? 'the root' : directory;
}

function unitTitle({ directory, ecosystem, manager }: Unit): [string, string] {
  return [place(directory), ecosystem === manager ? ecosystem : `${ecosystem}, ${manager}`];
}

function serviceTitle({ name, directory }: Service): [string, string] {
  return [name, directory === name ? '' : `in ${place(directory)}`];
}

function submoduleRows({ submodules }: { readonly submodules?: Submodules }): Row[] {
  if (!submodules) return [];
  return [{ label: 'submodules', value: submodules.isRecursive ? 'and theirs' : 'yes', because: submodules.because }];
}

function historyRows({ history }: Unit): Row[] {
  return history ? [{ label: 'history', value: 'all commits', because: history }] : [];
}

function unitRows(unit: Unit): Row[] {
  const { directory, lockfile, version, versions, commands, needs, dependsOn } = unit;
  const run = (label: string, { run: line, directory: at, because }: Command): Row => ({
    label,
    value: at === directory ? line : `${line}  (in ${place(at)})`,
    because,
  });
  const tools = version ? [version, ...versions] : versions;
  return [
    ...tools.map(({ tool, value, because }) => ({ label: 'version', value: `${tool} ${value}`, because })),
    ...(lockfile === null ? [] : [{ label: 'lock file', value: lockfile, because: [] }]),
    ...(unit.extensions ?? []).map(({ value, because }) => ({ label: 'extension', value, because })),
    ...(unit.setUpInputs ?? []).map(({ name, value, because }) => ({ label: name, value, because })),
    ...(unit.packageToken
      ? [{ label: 'token', value: `${unit.packageToken.variable} for packages`, because: unit.packageToken.because }]
      : []),
    ...submoduleRows(unit),
    ...historyRows(unit),
    ...commands.install.map((command) => run('install', command)),
    ...commands.lint.map((command) => run(command.check, command)),
    ...commands.test.map((command) => run('test', command)),
    ...commands.build.map((command) => run('build', command)),
    ...needs.map(({ service, version: tag, because }) => ({
      label: 'needs',
      value: tag === null ? service : `${service} ${tag}`,
      because,
    })),
    ...(dependsOn.length === 0 ? [] : [{ label: 'built from', value: dependsOn.map(place).join(', '), because: [] }]),
  ];
}

function serviceRows({ image, ports, user, health }: Service): Row[] {
  const { kind, dockerfile, context, target, buildArgs, prebuilt, build, because } = image;
  const from =
    dockerfile === null
      ? kind
      : `${dockerfile}, context ${place(context)}${target === null ? '' : `, target ${target}`}`;
  const making = (build ?? []).map(({ run, directory, because: shown }) => ({
    label: 'built by',
    value: `${run}  (in ${place(directory)})`,
    because: shown,
  }));
  const args = Object.entries(buildArgs).map(([name, value]) => `${name}=${value}`);
  return [
    { label: 'image', value: from, because },
    ...submoduleRows(image),
    ...making,
    ...(args.length === 0 ? [] : [{ label: 'arguments', value: args.join(' '), because: [] }]),
    ...(prebuilt.length === 0 ? [] : [{ label: 'built first', value: prebuilt.join(', '), because: [] }]),
    ...ports.map(({ port, protocol, because: shown }) => ({
      label: 'port',
      value: `${port} ${protocol}`,
      because: shown,
    })),
    ...(ports.length === 0 ? [{ label: 'port', value: 'none: a worker', because: [] }] : []),
    user
      ? { label: 'user', value: user.value, because: user.because }
      : { label: 'user', value: 'not known', because: [] },
    ...(health ? [{ label: 'health', value: health.value, because: health.because }] : []),
  ];
}
