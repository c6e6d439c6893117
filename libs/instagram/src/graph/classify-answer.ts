import type { JsonObject } from '../json/json-value';
import { readFlag, readId, readNumber } from '../json/read-fields';
import {
  meaningByCode,
  meaningBySubcode,
  meaningOfAmbiguity,
  meaningOfNotSent,
  meaningOfRange,
  meaningOfThrottle,
  meaningOfTransient,
  meaningOfUnknown,
  type ErrorMeaning,
} from './error-table';
import type { GraphFailure, GraphUsage } from './graph-result';
import { noUsage } from './graph-usage';

type Circumstances = { httpStatus: number | null; usage: GraphUsage };

const failure = (
  meaning: ErrorMeaning,
  { httpStatus, usage }: Circumstances,
  detail: Partial<GraphFailure> = {},
): GraphFailure => ({
  ok: false,
  outcome: meaning.outcome,
  code: meaning.code,
  sentence: meaning.sentence,
  scope: meaning.scope ?? 'account',
  retries: meaning.retries ?? 0,
  retryAfterMs: meaning.outcome === 'throttled' && usage.regainAccessMs > 0 ? usage.regainAccessMs : null,
  graphCode: null,
  graphSubcode: null,
  traceId: null,
  httpStatus,
  usage,
  ...detail,
});

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
  return failure(meaning, circumstances, { graphCode, graphSubcode, traceId: readId(error, 'fbtrace_id') });
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
  const known =
    meaningByCode[`${graphCode}/${graphSubcode}`] ??
    meaningBySubcode[String(graphSubcode)] ??
    meaningByCode[String(graphCode)] ??
    (graphCode === null ? null : meaningOfRange(graphCode));
  const isDefinite = known !== null && known.outcome !== 'config' && known.outcome !== 'content';
  // The flag outranks only what we would otherwise give up on.
  if (isTransient && !isDefinite) return meaningOfTransient;
  return known ?? meaningOfStatus(httpStatus);
};

const meaningOfStatus = (status: number | null): ErrorMeaning => {
  if (status === 429) return meaningOfThrottle;
  return status !== null && status >= 500 ? meaningOfTransient : meaningOfUnknown;
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
  if (httpStatus === 429) return failure(meaningOfThrottle, circumstances);
  const isRefusal = httpStatus >= 300 && httpStatus < 500;
  return failure(isWrite && !isRefusal ? meaningOfAmbiguity : meaningOfTransient, circumstances);
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
  if (!wasWritten) return failure(meaningOfNotSent, circumstances);
  return failure(isWrite ? meaningOfAmbiguity : meaningOfTransient, circumstances);
};

/** A message that Instagram would refuse: found before anything is sent. */
export const refuseContent = (code: string, sentence: string): GraphFailure =>
  failure({ outcome: 'content', code, sentence }, { httpStatus: null, usage: noUsage });
