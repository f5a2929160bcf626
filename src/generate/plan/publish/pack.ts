import type { Step } from '../../../domain/pipeline.ts';
import type { ManagerName, Unit } from '../../../domain/profile.ts';
import { shellWord } from '../../print/github/shell.ts';
import { equip, PLAIN } from '../equip.ts';
import { setupSteps } from '../setup.ts';
import { commandSteps } from '../steps.ts';
import { RELEASES } from '../usual/releases.ts';
import type { Publishable } from './publishable.ts';

const PACKED = '"$RUNNER_TEMP/packages"';

/** What a unit's tools need before they can pack. Builds of Python and of Rust bring what they need by themselves. */
export function stepsBeforePacking(unit: Unit): Step[] {
  if (unit.manager === 'bundler') return equip(unit);
  const isAlone = ['cargo', 'nuget', 'uv', 'poetry', 'pdm', 'hatch', 'pipenv', 'pip'].includes(unit.manager);
  return isAlone
    ? setupSteps(unit, PLAIN)
    : [...equip(unit, unit.commands.build), ...commandSteps('Build', unit.commands.build, unit)];
}

/** The step that makes what the registry takes of one package, without any right to publish it. */
export function packStep({ package: found, unit }: Publishable): Step {
  return {
    kind: 'run',
    name: `Pack ${found.name}`,
    run: [`mkdir -p ${PACKED}`, commandOf(unit.manager, found)].join('\n'),
    directory: found.directory,
    because: found.because,
  };
}

/** Cargo takes what it publishes from the sources: here it only shows that it can. */
export function crateStep(members: readonly Publishable[], { directory }: Unit): Step {
  const wanted = members.map(({ package: { name } }) => ` --package ${shellWord(name)}`).join('');
  const because = members.flatMap((member) => member.package.because);
  return { kind: 'run', name: 'Pack the crates', run: `cargo package${wanted}`, directory, because };
}

function commandOf(manager: ManagerName, { name, file }: Publishable['package']): string {
  const manifest = shellWord(`./${file.split('/').at(-1)}`);
  switch (manager) {
    case 'pnpm':
      return `pnpm pack --pack-destination ${PACKED}`;
    case 'yarn-classic':
      return `yarn pack --filename "$RUNNER_TEMP/packages/${fileName(name)}.tgz"`;
    case 'yarn-berry':
      return `yarn pack --out "$RUNNER_TEMP/packages/${fileName(name)}.tgz"`;
    case 'bun':
      return `bun pm pack --destination ${PACKED}`;
    case 'uv':
      return `uv build --out-dir ${PACKED}`;
    case 'poetry':
      return `poetry build --output ${PACKED}`;
    case 'pdm':
      return `pdm build --dest ${PACKED}`;
    case 'hatch':
      return `hatch build ${PACKED}`;
    case 'pip':
    case 'pipenv':
      return `pipx run build==${RELEASES.build} --outdir ${PACKED}`;
    case 'nuget':
      return `dotnet pack ${manifest} --configuration Release --output ${PACKED}`;
    case 'bundler':
      return `gem build ${manifest} --output "$RUNNER_TEMP/packages/${fileName(name)}.gem"`;
    default:
      return `npm pack --pack-destination ${PACKED}`;
  }
}

function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-/, '');
}
