import { byCommand } from './command.ts';
import { byFrameworkSetting } from './configuration.ts';
import { byCheck, byCompose, byExpose, byManifest, byVariable } from './declared.ts';
import { byBaseImage } from './framework.ts';
import type { FoundPort, Listening } from './listening.ts';

/**
 * What the program is bound to, where `EXPOSE`, which binds nothing, names only other ports and nobody asks for those: its framework's
 * setting, what a main compose file opens of the image as it is, or what ASP.NET's own image sets.
 */
export function byBinding(it: Listening): FoundPort[] {
  const exposed = byExpose(it).map(({ port }) => port);
  const isExposed = ({ port }: FoundPort) => exposed.includes(port);
  if (exposed.length === 0) return [];
  const asked = [byVariable, byCommand, byCheck, byManifest, byCompose].flatMap((find) => find(it));
  if (asked.some(isExposed)) return [];
  const bound = [byFrameworkSetting(it), openedAsItIs(it), ofAspNet(it)].find((ports) => ports.length > 0) ?? [];
  return bound.some(isExposed) ? [] : bound;
}

/** Ports of a main compose file that starts the image with nothing changed: the whole system is run by them. */
function openedAsItIs(it: Listening): FoundPort[] {
  const { compose } = it.build;
  if (!compose || compose.rank > 0 || compose.run.command || compose.run.entrypoint) return [];
  const isTold = ({ port }: FoundPort) =>
    [...compose.environment.values()].some(({ value }) => value.includes(String(port)));
  const opened = byCompose(it);
  return opened.some(isTold) ? [] : opened;
}

const BEFORE = [80, 443];

/** From its eighth version on, Microsoft's image has its programs listen on 8080; before, it was 80, which many Dockerfiles still EXPOSE. (learn.microsoft.com, "Default ASP.NET Core port changed from 80 to 8080") */
function ofAspNet(it: Listening): FoundPort[] {
  const { facts } = it.build;
  const isOld = byExpose(it).every(({ port }) => BEFORE.includes(port));
  const isSet = [...facts.variables.keys(), ...(it.build.compose?.environment.keys() ?? [])].some((name) =>
    /^ASPNETCORE_|^URLS$|^DOTNET_URLS$/.test(name),
  );
  const isAspNet = facts.base.value.startsWith('mcr.microsoft.com/dotnet/aspnet:');
  if (!isAspNet || !isOld || it.code.ports.length > 0) return [];
  return isSet ? byVariable(it) : byBaseImage(it);
}
