import { useEffect } from 'react';
import { useBuilderStore } from '../state/builder-context';

/** The menu of steps where one right-clicks, presses long, or presses the menu key on a card. */
export function useStepMenu(): void {
  const store = useBuilderStore();
  useEffect(() => {
    const onContextMenu = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('input, textarea')) return;
      const { definition, setStepMenu } = store.getState();
      const nodeId = event.target.closest('.react-flow__node')?.getAttribute('data-id');
      // Around several selected steps React Flow lays a box that takes the click.
      const isSelection = event.target.closest('.react-flow__nodesselection') !== null;
      const node = definition.nodes.find(({ id }) => id === nodeId);
      if (!node && !isSelection) return;
      event.preventDefault();
      setStepMenu({ x: event.clientX, y: event.clientY }, node?.id);
    };
    document.addEventListener('contextmenu', onContextMenu);
    return () => {
      document.removeEventListener('contextmenu', onContextMenu);
    };
  }, [store]);
}
