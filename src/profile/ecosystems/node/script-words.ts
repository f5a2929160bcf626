/** Where a command of a script begins, behind variables. (cross-env; POSIX, "env", "time") */
export const COMMAND = /(?:^|[&|;(])[^\S\n]*(?:(?:cross-env|env|time)[^\S\n]+)?(?:\w+=[^\s&|;]*[^\S\n]+)*/.source;

/** What starts programs of dependencies. (docs.npmjs.com, "npm exec"; pnpm.io, "pnpm exec"; yarnpkg.com, "yarn run") */
const STARTER = /(?:(?:npx|bunx|(?:npm|pnpm|yarn) exec|yarn run|yarn|pnpm|bun run|bun)(?:[^\S\n]{1,8}--)?[^\S\n]{1,8})?/
  .source;

/** Finds a program where a command of a script begins, by whatever it is started. */
export function startOf(program: string): RegExp {
  return new RegExp(`${COMMAND}${STARTER}${program}`, 'm');
}

/** A script without its texts in quotes: what is only printed starts nothing. */
export function unquoted(text: string): string {
  return text.replace(/"[^"\n]{0,2000}"|'[^'\n]{0,2000}'/g, '""');
}
