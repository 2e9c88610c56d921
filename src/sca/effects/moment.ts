/** The moments that a LinkCy date can mean, in epoch milliseconds by LinkCy's clock; NaN if unreadable. */

export const earliestMomentOf = (date: string): number => Date.parse(date);

/** A date in whole seconds can mean any time in that second. */
export const latestMomentOf = (date: string): number => Date.parse(date) + (date.includes('.') ? 0 : 999);
