/** Finds a program where a command of a script begins, behind variables and what starts programs of dependencies. (docs.npmjs.com, "npm exec"; cross-env) */
export function startOf(program: string): RegExp {
  return new RegExp(
    String.raw`(?:^|[&|;(])[^\S\n]{0,8}(?:(?:cross-env|env|time)[^\S\n]{1,8})?(?:\w{1,60}=[^\s&|;]{0,200}[^\S\n]{1,8}){0,8}(?:(?:npx|bunx|(?:npm|pnpm|yarn) exec|yarn run|yarn|pnpm|bun run|bun)(?:[^\S\n]{1,8}--)?[^\S\n]{1,8})?${program}`,
    'm',
  );
}

/** A script without its texts in quotes: what is only printed starts nothing. */
export function unquoted(text: string): string {
  return text.replace(/"[^"\n]{0,2000}"|'[^'\n]{0,2000}'/g, '""');
}
