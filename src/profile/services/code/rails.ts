import { type Match, NAMES } from './routes.ts';

/** Files in which an application of Rails declares its routes. */
export const RAILS_ROUTES = /(?:^|\/)config\/routes(?:\/[\w/-]{1,100})?\.rb$/;

/** What a route of its own is called, and any that Rails answers itself. (guides.rubyonrails.org, "Rails::HealthController") */
const GET = new RegExp(
  `^([^\\S\\n]*)get[^\\S\\n(]{1,4}["':]/?(?:((?:[\\w-]{1,40}/){0,4}(?:${NAMES.join('|')}))["']?(?=[\\s,)]|$)` +
    `|([\\w/-]{1,60})["'](?:[^\\S\\n]*=>|,[^\\S\\n]*to:)[^\\S\\n]*["']rails/health#show["'])`,
  'gm',
);

/** Health routes of an application of Rails, below the namespaces and scopes around them. (guides.rubyonrails.org, "Rails Routing") */
export function railsRoutes(text: string): Match[] {
  return [...text.matchAll(GET)].flatMap(({ 1: indent = '', 2: usual, 3: path = usual, index }) => {
    const above = text.slice(Math.max(0, index - FARTHEST), index).split('\n');
    const prefix = prefixOf(above.reverse(), indent.length);
    return prefix === null ? [] : [{ value: `${prefix}/${path}`, offset: index + indent.length }];
  });
}

/** No route stands farther below the block that it is in. */
const FARTHEST = 100_000;

/** What blocks above put before a route, by their indentation; null where one of them puts more there, or lets not everybody in. */
function prefixOf(above: readonly string[], indent: number): string | null {
  let prefix = '';
  let depth = indent;
  for (const line of above) {
    const block = line.trimStart();
    const at = line.length - block.length;
    if (block === '' || block.startsWith('#') || at >= depth) continue;
    depth = at;
    if (DRAWS.test(block)) return prefix;
    const part = partOf(block);
    if (part === null) return null;
    prefix = part + prefix;
  }
  return prefix;
}

const DRAWS = /^(?:[\w:.]{1,80}\.)?draw\b/;

function partOf(block: string): string | null {
  const [, kind, symbol, text] = /^(namespace|scope)[\s(]{1,4}(?::(\w{1,60})|["']([^"']{0,60})["'])?/.exec(block) ?? [];
  if (/^(?:defaults|with_options)\b/.test(block)) return '';
  const told = /\bpath:\s{0,4}["']([^"']{0,60})["']/.exec(block)?.[1];
  const path = (told ?? text ?? symbol)?.replace(/^\/|\/$/g, '');
  if (kind === undefined || /\bconstraints?:/.test(block) || /[^\w/-]/.test(path ?? '')) return null;
  return path === undefined || path === '' ? '' : `/${path}`;
}
