import { useParams } from 'react-router';

/** Id of the account the address names; an empty string outside of an account. */
export const useAccountId = (): string => useParams()['accountId'] ?? '';
