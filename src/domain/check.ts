/** What a pipeline can be asked to check, in the order in which jobs stand. */
export const CHECKS = ['lint', 'format', 'typecheck', 'test', 'build', 'audit', 'coverage', 'secret-scan'] as const;
export type Check = (typeof CHECKS)[number];
