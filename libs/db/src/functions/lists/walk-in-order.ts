const settings = ['enable_bitmapscan', 'enable_sort', 'enable_hashjoin', 'enable_mergejoin'];

/** For the head of a function that uses `walkInOrder`: what it sets ends with the function. */
export const ownPlans = settings.map((setting) => `SET ${setting} = on`).join(' ');

/** From here on the statements of a function read an index in the order they are to answer in, until they have enough. */
export const walkInOrder = settings
  .map((setting) => `PERFORM set_config('${setting}', 'off', true);`)
  .join(' ');
