/** The two versions of LinkCy that differ in how an approval ends: up to 1.78, and today's (1.114.5). */
export const generations = ['1.78', '1.114'] as const;

/**
 * 1.78: once the user has approved, the request is sent again with `Linkcy-SCA-Id`, which executes it. 1.114: the
 * approval itself executes it. The state of an approval cannot be queried, and a request sent again is a new one.
 */
export type Generation = (typeof generations)[number];

/** The version that a simulator plays by default. */
export const defaultGeneration: Generation = '1.114';

export function isGeneration(text: string): text is Generation {
  return generations.some((one) => one === text);
}
