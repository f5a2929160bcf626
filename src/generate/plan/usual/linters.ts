import type { Unit } from '../../../domain/profile.ts';
import { RELEASES } from './releases.ts';

/** Linters that need no configuration. golangci-lint comes with its own action. */
export function usualLinter({ ecosystem, manager }: Unit, check: 'lint' | 'format', tool: string): string[] | null {
  if (tool === 'golangci-lint') return manager === 'go' && check === 'lint' ? ['golangci-lint run'] : null;
  if (tool !== 'ruff' || ecosystem !== 'python') return null;
  const ruff = manager === 'uv' ? `uvx ruff@${RELEASES.ruff}` : `pipx run ruff==${RELEASES.ruff}`;
  return [`${ruff} ${check === 'lint' ? 'check' : 'format --check'} .`];
}
