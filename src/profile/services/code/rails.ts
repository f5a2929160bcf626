import { linesInBlocks } from './blocks.ts';
import { HEALTH_NAME } from './health-names.ts';
import { joinedPath } from './route-paths.ts';
import type { Match } from './routes.ts';

/** Files in which an application of Rails declares its routes. */
export const RAILS_ROUTES = /(?:^|\/)config\/routes(?:\/[\w/-]{1,100})?\.rb$/;

/** What a route of its own is called, and any that Rails answers itself. (guides.rubyonrails.org, "Rails::HealthController") */
const GET = new RegExp(
  `^get[\\s(]{1,4}["':]/?(?:((?:[\\w-]{1,40}/){0,4}${HEALTH_NAME})["']?(?=[\\s,)]|$)` +
    `|([\\w/-]{1,60})["'](?:\\s*=>|,\\s*to:)\\s*["']rails/health#show["'])`,
);

/** An engine, or a program of Rack, that stands at such a path, and any for OkComputer. (github.com/emmahsax/okcomputer, "Usage") */
const MOUNT = new RegExp(
  `^mount[\\s(]{1,4}(?:[\\w:.,\\s]{1,100}(?:=>|\\bat:)\\s{0,4}["']/?(${HEALTH_NAME})["']` +
    `|OkComputer::Engine(?:\\s=>|,\\sat:)\\s["']/?([\\w/-]{1,60})["'])`,
);

/** Health routes of an application of Rails, below the namespaces and scopes around them. (guides.rubyonrails.org, "Rails Routing") */
export function railsRoutes(text: string): Match[] {
  return linesInBlocks(text, prefixIn).flatMap(({ code, offset, prefix }) => {
    const [, usual, path = usual] = GET.exec(code) ?? MOUNT.exec(code) ?? [];
    return path === undefined || prefix === null ? [] : [{ value: `${prefix}/${path}`, offset }];
  });
}

/** What stands before a route in a block that begins so, where `outer` stands before the block. */
function prefixIn(block: string, outer: string | null): string | null {
  if (/^(?:[\w:.]{1,80}\.)?draw\b/.test(block)) return '';
  if (/^(?:defaults|with_options)\b/.test(block)) return outer;
  const [, kind, symbol, text] = /^(namespace|scope)[\s(]{1,4}(?::(\w{1,60})|["']([^"']{0,60})["'])?/.exec(block) ?? [];
  const told = /\bpath:\s{0,4}["']([^"']{0,60})["']/.exec(block)?.[1];
  if (outer === null || kind === undefined || /\bconstraints?:/.test(block)) return null;
  return joinedPath(outer, told ?? text ?? symbol ?? '');
}
