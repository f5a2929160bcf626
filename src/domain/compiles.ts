import { withoutVariables } from './in-front.ts';

/** A script of packages that compiles them, of one or of all. */
const COMPILES =
  /^(?:npm|pnpm|yarn|bun) (?:(?:-{1,2}[\w=-]{1,40}|recursive|workspaces|foreach) ){0,8}(?:run )?(?:build|compile|prepack|prebuild|prepare)/;

/** Whether a command compiles packages by a script, whatever is set before it. */
export function compilesPackages(run: string): boolean {
  return COMPILES.test(withoutVariables(run));
}
