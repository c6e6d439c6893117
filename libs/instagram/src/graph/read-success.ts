import type { ReadAnswer } from './graph-result';

/** Reads `{"success": true}`. */
export const readSuccess: ReadAnswer<object> = (answer) => (answer['success'] === true ? {} : null);
