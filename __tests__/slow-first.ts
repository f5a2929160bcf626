import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts whole programs begins first: begun last, one file would be waited for alone, for minutes. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => startOf(a) - startOf(b));
  }
}

const FIRST = ['/rigs/', '/e2e/action/', '/e2e/', '/injection/'];

function startOf({ moduleId }: TestSpecification): number {
  const index = FIRST.findIndex((folder) => moduleId.includes(`/__tests__${folder}`));
  return index < 0 ? FIRST.length : index;
}
