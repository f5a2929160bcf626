import type { LintCommand, ProfileWarning } from '../../../domain/profile.ts';
import type { UnitDraft } from '../../ecosystem.ts';
import type { Found } from '../../snapshot.ts';

/** Why a check of a unit is none; undefined where it is one. */
export type HeldBack = (draft: UnitDraft, command: LintCommand) => ProfileWarning | undefined;

/** The units without the checks that are held back, each of which is said. */
export function withoutHeld(drafts: readonly UnitDraft[], heldBack: HeldBack): Found<readonly UnitDraft[]> {
  const passes = (draft: UnitDraft): UnitDraft => {
    const lint = draft.commands.lint.filter((command) => !heldBack(draft, command));
    return { ...draft, commands: { ...draft.commands, lint } };
  };
  return {
    value: drafts.map(passes),
    warnings: drafts.flatMap((draft) => draft.commands.lint.flatMap((command) => heldBack(draft, command) ?? [])),
  };
}
