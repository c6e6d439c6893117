/** Names of scenarios, and options as `--contacts 1000` (whole numbers). */
export const parseArguments = (values) => {
  const wanted = [];
  const options = {};
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (!value.startsWith('--')) {
      wanted.push(value);
      continue;
    }
    index += 1;
    const number = Number(values[index]);
    if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${value} needs a whole number`);
    options[value.slice(2)] = number;
  }
  return { wanted, options };
};
