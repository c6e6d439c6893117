import { useEffect } from 'react';
import { copySelection, pasteText } from '../actions/copy-steps';
import { deleteSelection } from '../actions/delete-selection';
import { useBuilderSession } from '../state/builder-context';

const typing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';

/** Copy, cut and paste of steps by the browser's own clipboard events, which need no permission and reach other tabs. */
export function useClipboard(): void {
  const { store, viewport } = useBuilderSession();

  useEffect(() => {
    const copy = (event: ClipboardEvent): boolean => {
      if (isForText(event.target) || getSelection()?.isCollapsed === false) return false;
      const text = copySelection(store);
      if (text === null || !event.clipboardData) return false;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      if (!store.getState().isReadOnly && copy(event)) deleteSelection(store);
    };
    const paste = (event: ClipboardEvent) => {
      if (isForText(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const at = viewport.get()?.dropPosition() ?? { x: 0, y: 0 };
      if (pasteText(store, text, at)) event.preventDefault();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [store, viewport]);
}

function isForText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typing) !== null;
}
