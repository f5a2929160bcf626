import type { Word } from '../../word.ts';
import { byCommand } from './command.ts';
import { byFrameworkSetting } from './configuration.ts';
import { byCheck, byCompose, byExpose, byManifest, byVariable } from './declared.ts';
import { byBaseImage } from './framework.ts';
import type { FoundPort, Listening } from './listening.ts';

/**
 * What the program is bound to, where `EXPOSE`, which binds nothing, names only other ports and nobody asks for those: its framework's
 * setting, what a main compose file opens of the image as it is, or what ASP.NET is told, else what its own image sets.
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
  const isOld = byExpose(it).every(({ port }) => BEFORE.includes(port));
  if (!isOld || !isAspNet(it)) return [];
  const told = toldToAspNet(it);
  if (told.length > 0) return told;
  const isSet = variableSets(it).some((set) => [...set.keys()].some((name) => ADDRESSES.test(name)));
  return !isSet && it.code.ports.length === 0 ? byBaseImage(it) : [];
}

function isAspNet({ build }: Listening): boolean {
  return build.facts.base.value.startsWith('mcr.microsoft.com/dotnet/aspnet:');
}

/** What ASP.NET takes its addresses from. (learn.microsoft.com, "Configure endpoints for the ASP.NET Core Kestrel web server") */
const ADDRESSES = /^(?:ASPNETCORE_|DOTNET_)?(?:URLS|HTTPS?_PORTS|KESTREL__\w{1,100})$/i;

/** Addresses go before ports, and those of the image before those of compose. */
function toldToAspNet(it: Listening): FoundPort[] {
  const words = variableSets(it).flatMap((set) =>
    ['ASPNETCORE_URLS', 'ASPNETCORE_HTTP_PORTS'].flatMap((name) => set.get(name) ?? []),
  );
  return words.flatMap(plainPort).slice(0, 1);
}

/** `https://+:443;http://+:8080`, `8080;8081`: the first without TLS. */
function plainPort(word: Word): FoundPort[] {
  const parts = word.value.split(';').map((part) => /^(?:http:\/\/[^/:]{1,60}:)?(\d{2,5})\/?$/.exec(part.trim())?.[1]);
  const port = parts.find((found) => found !== undefined);
  return port === undefined ? [] : [{ port: Number(port), transport: 'tcp', word }];
}

function variableSets({ build }: Listening): ReadonlyMap<string, Word>[] {
  return [build.facts.variables, build.compose?.environment ?? new Map<string, Word>()];
}
