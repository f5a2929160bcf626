import type { Ecosystem } from './ecosystem.ts';
import { go } from './ecosystems/go.ts';
import { java } from './ecosystems/java.ts';
import { node } from './ecosystems/node.ts';
import { python } from './ecosystems/python.ts';
import { rust } from './ecosystems/rust.ts';

/** Every language and tool that is known. Adding one is one file and one line here. */
export const ECOSYSTEM_LIST: readonly Ecosystem[] = [go, java, node, python, rust];
