import type { Command } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PipelineCall } from '../calls.ts';
import { withCarried } from './environment.ts';

/** The settings of Prisma, which do not load where a variable that they name is not set. (prisma.io, "Prisma Config", `env`) */
const SETTINGS = ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].map((ending) => `prisma.config.${ending}`);

/** What writes Prisma's client, behind the variables that its settings name, as pipelines set them for anything else of the unit. */
export function withGeneratorSettings(snapshot: Snapshot, draft: UnitDraft, calls: readonly PipelineCall[]): UnitDraft {
  const install = draft.commands.install.map((command) => {
    const names = / prisma generate$/.test(command.run) ? namedIn(snapshot, command) : [];
    const call = calls.find(({ environment }) => names.some((name) => environment.has(name)));
    const set = [...(call?.environment ?? [])].filter(([name]) => names.includes(name));
    return call ? withCarried(command, new Map(set), call.because) : command;
  });
  return { ...draft, commands: { ...draft.commands, install } };
}

function namedIn(snapshot: Snapshot, { directory }: Command): string[] {
  const file = SETTINGS.map((name) => joinPath(directory, name) ?? name).find((path) => snapshot.has(path));
  const text = file === undefined ? '' : (snapshot.text(file) ?? '');
  return [...text.matchAll(/\benv(?:<\w{1,60}>)?\(\s{0,20}["'](\w{1,60})["']/g)].map(([, name = '']) => name);
}
