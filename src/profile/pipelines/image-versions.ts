import type { SetUp } from '../ci/step.ts';
import { imageSetUp } from '../ci/yaml-steps.ts';

/** An image whose name may have a variable in it. */
export interface VariableImage {
  /** Null where there is none. */
  readonly image: string | null;
  readonly line: number;
  /** A variable as the system writes it; its first group that is there is the name. */
  readonly variable: RegExp;
  /** The values that a job of that pipeline gives it. */
  readonly valuesOf: (name: string) => readonly string[];
}

/** More runs of one job are nobody's. */
const MOST_VALUES = 50;

/** What an image brings, in each run of its job: `python:$VERSION` is one for each value of the matrix. */
export function imageVersions({ image, line, variable, valuesOf }: VariableImage): SetUp[] {
  const [written, ...names] = variable.exec(image ?? '') ?? [];
  const name = names.find((group) => group !== undefined);
  if (image === null || written === undefined || name === undefined) return imageSetUp(image, line);
  return valuesOf(name)
    .slice(0, MOST_VALUES)
    .flatMap((value) =>
      imageSetUp(
        image.replace(written, () => value),
        line,
      ),
    );
}
