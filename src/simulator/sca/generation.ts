/** The two versions of LinkCy that differ in how an approval ends: up to 1.78, and today's (1.114.5). */
export const generations = ['1.78', '1.114'] as const;

/**
 * 1.78: the request is sent again with `Linkcy-SCA-Id` once the user has approved, and that carries it out.
 * 1.114: the approval itself carries it out. Nothing can be asked, and a request that is sent again is a new one.
 */
export type Generation = (typeof generations)[number];

/** What a simulator plays unless it is told otherwise. */
export const defaultGeneration: Generation = '1.114';

export function isGeneration(text: string): text is Generation {
  return generations.some((one) => one === text);
}
