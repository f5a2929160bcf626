import { describe, expect, it } from 'vitest';
import { rust } from '../../../../src/profile/ecosystems/rust.ts';
import type { MemoryFiles } from '../../../fakes/memory-tree.ts';
import { cited, detectOne } from '../../detecting.ts';

const CRATE = '[package]\nname = "a"\n';

async function unitOf(files: MemoryFiles) {
  return detectOne(rust, { 'api/Cargo.toml': CRATE, ...files });
}

describe('The version of Rust', () => {
  it.each(['"1.82"', "'1.82'", '{ version = "1.82", profile = "minimal" }', '["1.82", "1.80"]'])(
    'is what mise is told: %s',
    async (written) => {
      const files = { 'Cargo.toml': '[package]\nname = "a"\n', 'mise.toml': `[tools]\nrust = ${written}\n` };
      expect((await detectOne(rust, files)).version?.value).toBe('1.82');
    },
  );

  it.each<[string, string, MemoryFiles]>([
    ['1.90.0', 'rust-toolchain.toml:3', { 'rust-toolchain.toml': '# x\n[toolchain]\nchannel = "1.90.0" # y\n' }],
    ['nightly-2025-11-01', 'api/rust-toolchain:1', { 'api/rust-toolchain': 'nightly-2025-11-01\n' }],
    ['1.75', 'api/rust-toolchain:2', { 'api/rust-toolchain': '[toolchain]\nchannel = "1.75"\n' }],
    [
      '1.70',
      'api/rust-toolchain:1',
      { 'api/rust-toolchain': '1.70', 'api/rust-toolchain.toml': '[toolchain]\nchannel = "2"' },
    ],
    ['1.82.0', '.tool-versions:1', { '.tool-versions': 'rust 1.82.0\n' }],
    ['1.84', 'api/Dockerfile:1', { 'api/Dockerfile': 'FROM --platform=linux/amd64 rust:1.84-slim AS build\n' }],
    ['1.80.1', 'api/Dockerfile:1', { 'api/Dockerfile': 'FROM lukemathwalker/cargo-chef:latest-rust-1.80.1 AS chef\n' }],
    [
      '1.83',
      'api/Dockerfile:1',
      { 'api/Dockerfile': 'ARG RUST_VERSION=1.83\nFROM docker.io/library/rust:${RUST_VERSION}-alpine\n' },
    ],
  ])('is %s, by %s', async (value, where, files) => {
    const { version } = await unitOf(files);
    expect(version).toMatchObject({ tool: 'rust', value });
    expect(cited(version)).toEqual([where]);
  });

  it('is that of the toolchain before that of the build', async () => {
    const files = { 'api/Dockerfile': 'FROM rust:1.84\n', 'rust-toolchain': 'stable' };
    expect((await unitOf(files)).version?.value).toBe('stable');
  });

  it.each<[string, MemoryFiles]>([
    ['a path stands for the channel', { 'rust-toolchain.toml': '[toolchain]\npath = "/opt/rust"\n' }],
    ['the file is no TOML', { 'rust-toolchain.toml': 'channel: 1.80\n' }],
    ['the tag has no number', { 'api/Dockerfile': 'FROM rust:latest\nFROM trust:1.2\n' }],
    ['the image is none of Rust', { 'api/Dockerfile': 'FROM node:22\n' }],
    ['it is the oldest that users may have', { 'api/Cargo.toml': `${CRATE}rust-version = "1.65"\n` }],
    ['the variable has no value', { 'api/Dockerfile': 'ARG V\nFROM rust:${V}\n' }],
  ])('is not known where %s', async (_, files) => {
    expect((await unitOf(files)).version).toBeNull();
  });

  it('belongs to the unit though its file lies above', async () => {
    const files = { 'rust-toolchain.toml': '[toolchain]\nchannel = "1.90"\n', '.cargo/config.toml': '' };
    expect((await unitOf(files)).alsoOwns).toEqual(['rust-toolchain.toml', '.cargo/config.toml']);
  });
});
