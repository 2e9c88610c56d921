/** How many of so many places one may have at this share: at least one, and otherwise never more than the share. */
export function shareOf(places: number, percent: number): number {
  return Math.max(1, Math.floor((places * percent) / 100));
}

/** How many of so many places that callers share at the moment one may have, also when nobody else wants them: 90 %. */
export function largestShareOf(places: number): number {
  return shareOf(places, 90);
}
