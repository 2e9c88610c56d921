import { fileURLToPath } from 'node:url';

/** The programs as users start them: compiled. vitest sees to it before the first test, a proof's script before the proof. */
export const program = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
export const simulatorProgram = fileURLToPath(new URL('../../dist/simulator/main.js', import.meta.url));
