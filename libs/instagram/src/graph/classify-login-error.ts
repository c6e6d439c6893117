import type { JsonObject } from '../json/json-value';
import { readNumber, readText } from '../json/read-fields';
import { errorMeanings, type ErrorMeaning } from './error-meanings';
import { graphFailure, type Circumstances } from './graph-failure';
import type { GraphFailure } from './graph-result';

export type LoginError = { message: string; code: number | null };

/** The shape in which the host of the code exchange refuses; null when it is another answer. */
export const readLoginError = (answer: JsonObject): LoginError | null => {
  const message = readText(answer, 'error_message');
  return message === null ? null : { message, code: readNumber(answer, 'code') };
};

const refused: ErrorMeaning = {
  outcome: 'config',
  code: 'login_refused',
  sentence: 'Instagram refused the login. Start connecting the account again.',
};

/** This host answers everything with the code 400, so its words are all there is to go by. */
const meanings: [pattern: RegExp, meaning: ErrorMeaning][] = [
  [/code was not found|already (been )?used|code has expired/i, errorMeanings.loginCodeUsed],
  [
    /redirect_uri/i,
    {
      ...refused,
      code: 'login_redirect_mismatch',
      sentence:
        'The address to return to is not the one Instagram knows. Enter it in the settings of the app at Meta.',
    },
  ],
  [/platform app|client_id|client secret|client_secret/i, errorMeanings.appSecretWrong],
];

/** The meaning of a refusal by the host of the code exchange. Unknown words are simply a refused login. */
export const classifyLoginError = (error: LoginError, circumstances: Circumstances): GraphFailure => {
  const { httpStatus } = circumstances;
  if (httpStatus === 429) return graphFailure(errorMeanings.throttledApp, circumstances);
  if (httpStatus !== null && httpStatus >= 500) return graphFailure(errorMeanings.transient, circumstances);
  const known = meanings.find(([pattern]) => pattern.test(error.message));
  return graphFailure(known?.[1] ?? refused, circumstances, { graphCode: error.code });
};
