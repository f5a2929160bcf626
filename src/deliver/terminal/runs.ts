import type { ImageBuild } from '../../domain/matrix.ts';
import type { Step } from '../../domain/pipeline.ts';

/** What a step checks, builds or publishes, in one line: a command as it is typed, else in words; null for one that only makes ready. */
export function runOf(step: Step): string | null {
  switch (step.kind) {
    case 'run':
      return step.isForWork ? null : firstLine(step.run);
    case 'build-module':
    case 'make-image':
      return firstLine(step.run);
    case 'golangci-lint':
      return 'golangci-lint run';
    case 'cargo-deny':
      return `cargo deny ${step.check}`;
    case 'secret-scan':
      return 'gitleaks';
    case 'build-image':
      return `build ${imagesOf(step.builds)}`;
    case 'push-image':
      return `build and push ${imagesOf(step.builds)}`;
    case 'publish':
      return `publish to ${step.publication.registry}`;
    case 'checkout':
    case 'setup':
    case 'install-tool':
    case 'cache':
    case 'changes':
    case 'keep-reports':
    case 'hand-over':
    case 'gate':
      return null;
  }
}

/** So many images are named. */
const MOST = 5;

function imagesOf(builds: readonly ImageBuild[]): string {
  const names = builds.slice(0, MOST).map(({ service }) => service);
  const more = builds.length > names.length ? ` and ${builds.length - names.length} more` : '';
  return `${builds.length === 1 ? 'image' : 'images'} ${names.join(', ')}${more}`;
}

function firstLine(text: string): string {
  const [line = '', ...rest] = text.trim().split('\n');
  return rest.length > 0 ? `${line} …` : line;
}
