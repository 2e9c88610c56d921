/** The version of the terms and conditions that has to be accepted. */
export const latestTerms = '1.0';
