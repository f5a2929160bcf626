import type { Guide } from '../../guide.ts';
import { RUST_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Rust',
  unit: 'A package of Cargo; a workspace is one unit, at its root.',
  managers: { cargo: ['Cargo.lock'] },
  choice: [],
  versions: [{ tool: 'rust', sources: RUST_VERSIONS }],
  commands: {
    install:
      '`cargo fetch --locked` where there is a lock file; a folder that `include_dir!` or rust-embed names and no checkout has is made; packages of the system that some crates are linked with, where no pipeline says which',
    lint: '`cargo fmt --all --check`, by a nightly toolchain where its settings need one and pipelines use it; `cargo clippy`, with the lints that pipelines choose, else with warnings as errors where the repository wants them so; `cargo deny check` with a `deny.toml`',
    test: '`cargo test`, or `cargo nextest run` where that is configured, where there are tests; `cargo insta test` of pipelines is either of them',
    build: '`cargo build --release`, for another target where pipelines ask for it in each call',
  },
};
