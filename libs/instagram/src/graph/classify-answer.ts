import type { JsonObject } from '../json/json-value';
import { readFlag, readId, readNumber } from '../json/read-fields';
import { errorMeanings, type ErrorMeaning } from './error-meanings';
import { findMeaning } from './error-table';
import { graphFailure, type Circumstances } from './graph-failure';
import type { GraphFailure } from './graph-result';
import { noUsage } from './graph-usage';

/** The meaning of Graph's `error` object: by code and subcode only, its type and its words change. */
export const classifyGraphError = (error: JsonObject, circumstances: Circumstances): GraphFailure => {
  const graphCode = readNumber(error, 'code');
  const graphSubcode = readNumber(error, 'error_subcode');
  const meaning = meaningOf({
    graphCode,
    graphSubcode,
    isTransient: readFlag(error, 'is_transient'),
    circumstances,
  });
  return graphFailure(meaning, circumstances, {
    graphCode,
    graphSubcode,
    traceId: readId(error, 'fbtrace_id'),
  });
};

const meaningOf = ({
  graphCode,
  graphSubcode,
  isTransient,
  circumstances: { httpStatus },
}: {
  graphCode: number | null;
  graphSubcode: number | null;
  isTransient: boolean;
  circumstances: Circumstances;
}): ErrorMeaning => {
  const known = findMeaning(graphCode, graphSubcode);
  const isDefinite = known !== null && known.outcome !== 'config' && known.outcome !== 'content';
  // The flag outranks only what we would otherwise give up on.
  if (isTransient && !isDefinite) return errorMeanings.transient;
  return known ?? meaningOfStatus(httpStatus);
};

const meaningOfStatus = (status: number | null): ErrorMeaning => {
  if (status === 429) return errorMeanings.throttledAccount;
  return status !== null && status >= 500 ? errorMeanings.transient : errorMeanings.unknown;
};

/**
 * The meaning of an answer that is no Graph JSON: a proxy's page, an empty body, another shape. Only a refusal
 * (4xx) is proof that a write was not carried out; reads may simply be tried again.
 */
export const classifyForeignAnswer = (
  isWrite: boolean,
  circumstances: Circumstances & { httpStatus: number },
): GraphFailure => {
  const { httpStatus } = circumstances;
  if (httpStatus === 429) return graphFailure(errorMeanings.throttledAccount, circumstances);
  const isRefusal = httpStatus >= 300 && httpStatus < 500;
  return graphFailure(
    isWrite && !isRefusal ? errorMeanings.answerLost : errorMeanings.transient,
    circumstances,
  );
};

/** The meaning of a broken exchange; `wasWritten` as soon as a byte of the request may have left. */
export const classifyNetworkFailure = ({
  isWrite,
  wasWritten,
}: {
  isWrite: boolean;
  wasWritten: boolean;
}): GraphFailure => {
  const circumstances = { httpStatus: null, usage: noUsage };
  if (!wasWritten) return graphFailure(errorMeanings.notReached, circumstances);
  return graphFailure(isWrite ? errorMeanings.answerLost : errorMeanings.transient, circumstances);
};

/** A message that Instagram would refuse: found before anything is sent. */
export const refuseContent = (code: string, sentence: string): GraphFailure =>
  graphFailure({ outcome: 'content', code, sentence }, { httpStatus: null, usage: noUsage });
