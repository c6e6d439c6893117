/** Names of scenarios, and options as `--contacts 1000`: whole numbers, but for the path after `--folder`. */
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
    options[value.slice(2)] = optionValue(value, values[index]);
  }
  return { wanted, options };
};

const optionValue = (name, text) => {
  if (name === '--folder') {
    if (!text) throw new Error('--folder needs a path');
    return text;
  }
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} needs a whole number`);
  return number;
};
