import { type Measurement, median, ratio } from './measure.ts';
import type { Grown, Profiled } from './profiles.ts';
import { FIGURES, figures, span, table, yes } from './table.ts';

export interface ProfileFigures {
  readonly profiled: readonly Profiled[];
  readonly large: readonly Profiled[];
  readonly grown: readonly Grown[];
}

/** What is aimed at; growth is linear where a file of the largest tree takes at most so many times as long as one of the middle one. */
const TARGETS = { median: 3, large: 4, growth: 1.5, megabytes: 400 };

/** Rows of the table of targets. */
export function profileTargets({ profiled, large, grown }: ProfileFigures): string[][] {
  const usual = median(profiled.map(besideFloor));
  const ratios = large.map(besideFloor);
  const growth = growthOf(grown);
  const megabytes = Math.max(...grown.map(({ ours }) => ours.megabytes ?? Number.NaN));
  return [
    [
      '`profile` on the median repository, beside the floor',
      `${TARGETS.median} ×`,
      `${usual.toFixed(1)} ×`,
      yes(usual <= TARGETS.median),
    ],
    ...(ratios.length === 0
      ? []
      : [
          [
            '`profile` on large ones, beside the floor',
            `${TARGETS.large} × on each`,
            `${span(ratios, 1)} ×`,
            yes(Math.max(...ratios) <= TARGETS.large),
          ],
        ]),
    [
      '`profile`, a further file of a large tree beside one of a middling tree',
      `${TARGETS.growth} ×`,
      `${growth.toFixed(2)} ×`,
      yes(growth <= TARGETS.growth),
    ],
    [
      '`profile`, memory on the largest tree',
      `${TARGETS.megabytes} MB`,
      `${megabytes.toFixed(0)} MB`,
      yes(megabytes <= TARGETS.megabytes),
    ],
  ];
}

/** The sections about `profile`. */
export function profileSections({ profiled, large, grown }: ProfileFigures): string[] {
  const rows = [...profiled, ...large].map((it) => [
    it.name,
    it.commit ?? '–',
    String(it.files),
    it.floor.milliseconds.toFixed(0),
    ...figures(it.ours),
    `${besideFloor(it).toFixed(1)} ×`,
    String(it.ours.exitCode),
  ]);
  const sizes = grown.map(({ files, services, ours }) => [
    String(files),
    String(services),
    ...figures(ours),
    ((ours.milliseconds / files) * 1000).toFixed(0),
    String(ours.exitCode),
  ]);
  return [
    `## \`profile\`\n\n${table(['repository', 'commit', 'files', 'floor, ms', ...FIGURES, 'beside the floor', 'exit'], rows)}`,
    `## \`profile\`, by the size of the tree\n\nMade-up monorepos of one shape: services in turn in Go, TypeScript and Python, each of some hundred files.\n\n${table(['files', 'services', ...FIGURES, 'ms for 1,000 files', 'exit'], sizes)}`,
  ];
}

function besideFloor({ ours, floor }: { readonly ours: Measurement; readonly floor: Measurement }): number {
  return ratio(ours, floor);
}

/** What a file costs from the middle size to the largest, beside what it costs from the least to the middle: what every run costs is left out. */
function growthOf([least, middle, largest]: readonly Grown[]): number {
  if (!least || !middle || !largest) return Number.NaN;
  return costOfFile(middle, largest) / costOfFile(least, middle);
}

function costOfFile(from: Grown, to: Grown): number {
  return (to.ours.milliseconds - from.ours.milliseconds) / (to.files - from.files);
}
