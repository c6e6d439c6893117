import { median, round } from '../statistics.mjs';

const categories = ['performance', 'accessibility', 'best-practices'];

const readReport = ({ categories: scores, audits, runtimeError }) => {
  if (runtimeError) throw new Error(`${runtimeError.code}: ${runtimeError.message}`);
  const score = (name) => round((scores[name]?.score ?? 0) * 100, 0);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    lcpMs: audits['largest-contentful-paint'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
    tbtMs: audits['total-blocking-time'].numericValue,
  };
};

/** What keeps a page from a full score, except in performance. */
const listFailed = ({ categories: scores, audits }) =>
  categories
    .slice(1)
    .flatMap((name) => scores[name]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id);

/** One page as Lighthouse sees it, signed in as the browser behind `port` is; medians of `runs`. */
export const auditPage = async ({ lighthouse, port, url, isDesktop, runs }) => {
  const flags = {
    port,
    logLevel: 'error',
    onlyCategories: categories,
    // The session is in there.
    disableStorageReset: true,
  };
  const reports = [];
  const failed = new Set();
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse.run(url, flags, isDesktop ? lighthouse.desktopConfig : undefined);
    reports.push(readReport(lhr));
    for (const id of listFailed(lhr)) failed.add(id);
  }
  const figures = Object.keys(reports[0]).map((key) => [key, median(reports.map((one) => one[key]))]);
  return { ...Object.fromEntries(figures), failed: [...failed] };
};
