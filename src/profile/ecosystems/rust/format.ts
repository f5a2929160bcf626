import type { LintCommand, ProfileWarning, ToolVersion } from '../../../domain/profile.ts';
import { readToml } from '../../formats/toml.ts';
import { callsIn } from '../../harvest/calls.ts';
import { nearest } from '../../nearest.ts';
import type { Found, Snapshot } from '../../snapshot.ts';

/** In the order in which rustfmt prefers them. (rust-lang/rustfmt, src/config/mod.rs, `get_toml_path`) */
export const RUSTFMT_FILES = ['.rustfmt.toml', 'rustfmt.toml'];

/** The settings that the rustfmt of a stable toolchain obeys. (rust-lang/rustfmt, Configurations.md, "Stable: Yes") */
const STABLE = new Set(
  (
    'array_width attr_fn_like_width chain_width disable_all_formatting edition fn_args_layout fn_call_width fn_params_layout ' +
    'force_explicit_abi hard_tabs match_arm_leading_pipes match_block_trailing_comma max_width merge_derives newline_style ' +
    'print_misformatted_file_names remove_nested_parens reorder_imports reorder_modules short_array_element_width_threshold ' +
    'single_line_if_else_max_width single_line_let_else_max_width struct_lit_width struct_variant_width style_edition tab_spaces ' +
    'use_field_init_shorthand use_small_heuristics use_try_shorthand'
  ).split(' '),
);

export interface FormatQuery {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly version: ToolVersion | null;
  readonly because: LintCommand['because'];
}

/**
 * `cargo fmt`, unless its settings are of those that only a nightly toolchain obeys: code that was formatted by them is not formatted for a
 * stable one. Then it is that of the toolchain by which the repository's own pipelines check it.
 */
export function formatOf({ snapshot, directory, version, because }: FormatQuery): Found<LintCommand[]> {
  const file = nearest(snapshot, directory, RUSTFMT_FILES);
  const settings = file === null ? null : readToml(snapshot, file);
  const unstable = settings?.value.keys([]).find((name) => !STABLE.has(name));
  const isNightly = /^nightly\b/.test(version?.value ?? '');
  const warnings: readonly ProfileWarning[] = settings?.warnings ?? [];
  if (file === null || !settings || unstable === undefined || isNightly)
    return { value: [{ check: 'format', run: 'cargo fmt --all --check', directory, because }], warnings };
  const nightly = nightlyCall(snapshot, directory);
  if (nightly !== null) return { value: [{ check: 'format', directory, ...nightly }], warnings };
  const message = `only a nightly rustfmt obeys ${unstable.slice(0, 60)}; the check of the format is left out.`;
  return { value: [], warnings: [...warnings, { file, line: settings.value.lineOf([unstable]), message }] };
}

/** `cargo +nightly fmt -- --check`. (rust-lang.github.io, rustup, "Overrides") */
const NIGHTLY = /^cargo \+(nightly(?:-\d{4}-\d\d-\d\d)?) fmt\b.*\s--check\b/;

function nightlyCall(snapshot: Snapshot, directory: string): Pick<LintCommand, 'run' | 'because'> | null {
  for (const { run, because } of callsIn(snapshot, directory)) {
    const [, toolchain] = NIGHTLY.exec(run) ?? [];
    if (toolchain === undefined) continue;
    const install = `rustup toolchain install ${toolchain} --profile minimal --component rustfmt`;
    return { run: `${install} && cargo +${toolchain} fmt --all --check`, because };
  }
  return null;
}
