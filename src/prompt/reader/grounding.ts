import type { ProjectProfile } from '../../domain/profile.ts';

/** Whether the repository has a command word for word: one of its units', or a task that it names. */
export function isGrounded(command: string, { units, tasks }: ProjectProfile): boolean {
  const run = command.trim().replace(/\s+/g, ' ');
  if (isOwnCheck(run, { units })) return true;
  if (units.some(({ commands }) => commands.install.some((one) => one.run === run))) return true;
  return tasks.some(({ runner, name }) =>
    runner === 'script'
      ? ['npm run', 'pnpm run', 'yarn run', 'bun run', 'pnpm', 'yarn'].some((call) => run === `${call} ${name}`)
      : run === `${runner} ${name}`,
  );
}

/** Whether a command is one by which a unit is checked, tested or built. */
export function isOwnCheck(command: string, { units }: Pick<ProjectProfile, 'units'>): boolean {
  return units.some(({ commands }) =>
    [...commands.lint, ...commands.test, ...commands.build].some(({ run }) => run === command.trim()),
  );
}
