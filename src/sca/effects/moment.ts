/** The moments that LinkCy's dates can mean, in epoch milliseconds by its own clock; NaN where the text says nothing. */

export const earliestMomentOf = (date: string): number => Date.parse(date);

/** Where LinkCy tells whole seconds, it may have been any time in that second. */
export const latestMomentOf = (date: string): number => Date.parse(date) + (date.includes('.') ? 0 : 999);
