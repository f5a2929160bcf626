import type { ManagerName } from '../../../domain/profile.ts';

export type NodeManager = Extract<ManagerName, 'npm' | 'pnpm' | 'yarn-classic' | 'yarn-berry' | 'bun'>;

/** How dependencies are installed: exactly as locked where there is a lock file. (detection.md, rows of Node) */
export function installLine(manager: NodeManager, isLocked: boolean): string {
  switch (manager) {
    case 'npm':
      return isLocked ? 'npm ci' : 'npm install --no-audit --no-fund';
    case 'pnpm':
      return isLocked ? 'pnpm install --frozen-lockfile' : 'pnpm install';
    case 'yarn-classic':
      return isLocked ? 'yarn install --frozen-lockfile' : 'yarn install';
    case 'yarn-berry':
      return isLocked ? 'yarn install --immutable' : 'yarn install';
    case 'bun':
      return isLocked ? 'bun ci' : 'bun install';
  }
}

/** How a script is started. npm alone needs `--` before what is meant for the script; pnpm would hand it on as an argument. */
export function scriptLine(manager: NodeManager, name: string, args: readonly string[] = []): string {
  const separator = manager === 'npm' && args.length > 0 ? ['--'] : [];
  const isShort = name === 'test' && manager !== 'bun';
  const start = isShort ? `${programOf(manager)} test` : `${programOf(manager)} run ${name}`;
  return [start, ...separator, ...args].join(' ');
}

/** How a program is started that a dependency brings. Yarn starts a script of that name first (`isScript`), unless it is told not to. */
export function programLine(manager: NodeManager, program: string, isScript: boolean): string {
  switch (manager) {
    case 'npm':
      return `npx ${program}`;
    case 'pnpm':
      return `pnpm exec ${program}`;
    case 'yarn-classic':
      return isScript ? `npx ${program}` : `yarn ${program}`;
    case 'yarn-berry':
      return isScript ? `yarn exec ${program}` : `yarn ${program}`;
    case 'bun':
      return `bunx ${program}`;
  }
}

function programOf(manager: NodeManager): string {
  switch (manager) {
    case 'yarn-classic':
    case 'yarn-berry':
      return 'yarn';
    case 'npm':
    case 'pnpm':
    case 'bun':
      return manager;
  }
}
