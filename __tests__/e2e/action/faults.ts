import type { Scene } from './scenario.ts';
export function faults(_scene: Scene): void {}
