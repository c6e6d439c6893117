import { useEffect } from 'react';
import { addMessage } from '../actions/add-message';
import { copySelection, pasteText } from '../actions/copy-steps';
import { deleteSelection } from '../actions/delete-selection';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { toMessageContent } from './to-message-content';
import { useDroppedFiles } from './use-dropped-files';

const typing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]';

/**
 * Copy, cut and paste of steps by the browser's own clipboard events, which need no permission and reach other tabs. A
 * text, an address or a file from elsewhere becomes a message, pasted as well as dropped on the canvas.
 */
export function useClipboard(): void {
  const t = useTexts();
  const { store, viewport } = useBuilderSession();
  const addFiles = useDroppedFiles();

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
      if (isForText(event.target) || store.getState().isReadOnly || !event.clipboardData) return;
      const at = viewport.get()?.dropPosition() ?? { x: 0, y: 0 };
      const files = [...event.clipboardData.files];
      if (files.length > 0) addFiles(files, at);
      else if (!takeText(event.clipboardData.getData('text/plain'), at)) return;
      event.preventDefault();
    };
    const takeText = (text: string, at: { x: number; y: number }): boolean => {
      if (pasteText(store, text, at)) return true;
      const content = toMessageContent(text);
      return content !== null && addMessage(store, { content, name: t('kinds.message.label'), at });
    };
    const dragOver = (event: DragEvent) => {
      if (isFileOnCanvas(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!isFileOnCanvas(event) || store.getState().isReadOnly) return;
      event.preventDefault();
      const at = viewport.get()?.toFlowPosition({ x: event.clientX, y: event.clientY });
      if (at) addFiles([...(event.dataTransfer?.files ?? [])], at);
    };
    const listeners = { copy, cut, paste, dragover: dragOver, drop } as const;
    return listen(listeners);
  }, [store, viewport, addFiles, t]);
}

type Listeners = {
  copy: (event: ClipboardEvent) => unknown;
  cut: (event: ClipboardEvent) => void;
  paste: (event: ClipboardEvent) => void;
  dragover: (event: DragEvent) => void;
  drop: (event: DragEvent) => void;
};

function listen({ copy, cut, paste, dragover, drop }: Listeners): () => void {
  document.addEventListener('copy', copy);
  document.addEventListener('cut', cut);
  document.addEventListener('paste', paste);
  document.addEventListener('dragover', dragover);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', cut);
    document.removeEventListener('paste', paste);
    document.removeEventListener('dragover', dragover);
    document.removeEventListener('drop', drop);
  };
}

function isForText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typing) !== null;
}

function isFileOnCanvas({ dataTransfer, target }: DragEvent): boolean {
  const isCanvas = target instanceof Element && target.closest('.builder-canvas') !== null;
  return isCanvas && dataTransfer?.types.includes('Files') === true;
}
