import { readStored, writeStored } from '../storage/stored-value';

const key = 'instaflow.signed-in';

/** Whether this browser probably has a refresh cookie: spares a call that is bound to answer 401. */
export const hasSessionHint = (): boolean => readStored(key) === true;

export const setSessionHint = (isSignedIn: boolean): void => writeStored(key, isSignedIn);
