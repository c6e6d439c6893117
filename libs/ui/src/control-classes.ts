/** Looks that text inputs, text areas and select triggers share. 16 px on phones, where iOS would zoom in otherwise. */
export const controlClasses =
  'w-full min-w-0 rounded-md border border-line-strong/70 bg-surface px-3 text-ink transition-colors max-sm:text-lg hover:border-line-strong disabled:opacity-60 aria-invalid:border-danger';
