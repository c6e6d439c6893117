/**
 * Sessions keep the plans of functions, some made while tables were still empty. These settings keep a function on the
 * indexes whatever the statistics said at that moment.
 */
export const steadyPlans = `SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_bitmapscan = off SET jit = off`;

/**
 * For functions in which every statement finds its rows one by one. Where an index on the account alone would fit as
 * well, `SET enable_sort = off` beside it leaves only the index that ends with the key that is searched in order.
 */
export const lookUpByIndex = `SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off`;
