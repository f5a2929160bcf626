import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPolicyFile } from '../../src/clients/policy-file.ts';

const MODULE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

it('A module is what begins like one, whatever it is called', async () => {
  expect(await readPolicyFile(MODULE, 'own.txt')).toEqual({ wasm: MODULE });
});

it.each<[string, Uint8Array, string]>([
  ['text', Buffer.from('package a\n'), 'own is neither a compiled policy nor a bundle of OPA.'],
  ['nothing', Buffer.alloc(0), 'own is neither a compiled policy nor a bundle of OPA.'],
  ['an archive without a module', gzipSync(Buffer.alloc(1024)), 'own is a bundle without policy.wasm.'],
  ['an archive that is cut off', gzipSync(Buffer.alloc(1024)).subarray(0, 15), 'own cannot be unpacked: '],
  ['one that would fill the memory', gzipSync(Buffer.alloc(64 * 1024 * 1024 + 1)), 'own cannot be unpacked: '],
])('A policy is not %s', async (_, bytes, message) => {
  await expect(readPolicyFile(bytes, 'own')).rejects.toMatchObject({
    code: 'POLICY_UNUSABLE',
    message: expect.stringContaining(message),
  });
});
