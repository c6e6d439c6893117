const focusable = 'textarea, input, select, button:not([aria-label])';

/** Focuses the control of a field by its path; the nearest field around it, or the first one, when there is none. */
export function focusField(form: HTMLElement, path: string): void {
  const parts = path === '' ? [] : path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('.');
    const field = form.querySelector(`[data-field-path="${CSS.escape(wanted)}"]`);
    const control = field?.querySelector<HTMLElement>(focusable);
    if (control) {
      control.focus();
      control.scrollIntoView({ block: 'nearest' });
      return;
    }
  }
  const first = form.querySelector('[data-field-path]')?.querySelector<HTMLElement>(focusable);
  (first ?? form.querySelector<HTMLElement>(focusable))?.focus();
}
