/** The value below which the share `fraction` of the numbers lies (nearest rank). */
export const percentile = (numbers, fraction) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * fraction) - 1)] ?? Number.NaN;
};

export const median = (numbers) => percentile(numbers, 0.5);

export const round = (number, digits = 1) => Number(number.toFixed(digits));
