/** Shows a passing message. What shows it is loaded with the first one, not with the page. */
export async function showToast(kind: 'info' | 'error', text: string): Promise<void> {
  const { toast } = await import('sonner');
  if (kind === 'error') toast.error(text);
  else toast(text);
}
