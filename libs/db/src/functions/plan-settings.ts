/**
 * Sessions keep the plans of functions, some made while tables were still empty. These settings keep a function on the
 * indexes whatever the statistics said at that moment.
 */
export const steadyPlans = `SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET jit = off`;

/**
 * For functions in which every statement finds its rows one by one. Where an index on the account alone would fit as
 * well, `SET enable_sort = off` beside it leaves only the index that ends with the key that is searched in order. Hash
 * joins stay: a batch from JSON joined with the rows found by `= ANY (array)` would otherwise compare each with each.
 * A table joined without such an array, or a LATERAL look-up, could be hashed whole: do not.
 */
export const lookUpByIndex = `SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off SET enable_material = off`;
