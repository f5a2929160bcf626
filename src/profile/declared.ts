import type { Commands, LintCommand, Unit } from '../domain/profile.ts';

/** A check, which may be by a tool that is declared and that nothing configures or calls: nobody knows whether the code has ever passed it. */
export interface DeclaredCheck extends LintCommand {
  readonly isOnlyDeclared?: true;
}

/** The commands of a unit, and beside them the checks by tools that are only declared: these are for whoever asks. */
export function withoutDeclared(commands: Commands): Pick<Unit, 'commands' | 'declared'> {
  const lint: readonly DeclaredCheck[] = commands.lint;
  const meant = lint.filter(({ isOnlyDeclared }) => !isOnlyDeclared);
  const declared = lint.filter(({ isOnlyDeclared }) => isOnlyDeclared).map(plain);
  return { commands: { ...commands, lint: meant }, ...(declared.length > 0 ? { declared } : {}) };
}

function plain({ isOnlyDeclared: _, ...command }: DeclaredCheck): DeclaredCheck {
  return command;
}
