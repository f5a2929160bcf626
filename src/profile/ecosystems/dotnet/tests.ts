import type { Evidence } from '../../../domain/evidence.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { DotnetProject } from './project.ts';

/** Packages that make a project one that `dotnet test` runs. */
const RUNNERS = /^(?:microsoft\.net\.test\.sdk|xunit\.v3|tunit|mstest|microsoft\.testing\.platform\.msbuild)$/;

/** The line that makes a project one of tests; null where none does, or one says that it is none. */
export function testEvidence(snapshot: Snapshot, project: DotnetProject): Evidence | null {
  const said = project.property('IsTestProject');
  if (said) return said.value.toLowerCase() === 'true' ? said.because : null;
  if (project.sdk && /^MSTest\.Sdk(?:\/|$)/i.test(project.sdk.value)) return project.sdk.because;
  const runner = project.packages.find(({ name }) => RUNNERS.test(name));
  return runner ? snapshot.evidence(runner.file, runner.line) : null;
}
