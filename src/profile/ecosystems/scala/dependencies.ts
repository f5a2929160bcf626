import type { UnitDraft } from '../../ecosystem.ts';
import type { SbtBuild } from './build.ts';

const MODULE = /"([\w.-]{1,100})"\s{0,8}%{1,3}\s{0,8}"([\w.-]{1,100})"/g;

/** `"org.postgresql" % "postgresql" % "42.7.3"`: the artefact, and the artefact with its organisation. */
export function sbtDependencies({ scripts }: SbtBuild): UnitDraft['dependencies'] {
  return scripts.flatMap(({ file, lines }) =>
    lines.flatMap(({ text, number }) =>
      text.includes('addSbtPlugin')
        ? []
        : [...text.matchAll(MODULE)].flatMap(([, group = '', artifact = '']) =>
            [artifact, `${group}:${artifact}`].map((name) => ({ name: name.toLowerCase(), file, line: number })),
          ),
    ),
  );
}
