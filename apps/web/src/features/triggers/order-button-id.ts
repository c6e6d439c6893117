/** Id of the button that moves a trigger up (-1) or down (1). */
export const orderButtonId = (triggerId: string, by: 1 | -1): string =>
  `${by === -1 ? 'up' : 'down'}-${triggerId}`;
