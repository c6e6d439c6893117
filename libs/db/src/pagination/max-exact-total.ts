/** The total of a filtered list is counted up to here; "2,000" may mean more. A cursor leads on to the rest. */
export const maxExactTotal = 2_000;
