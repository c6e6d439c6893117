import { Button, IconButton } from '@instaflow/ui';
import { useReactFlow, useStore } from '@xyflow/react';
import { Map as MapIcon, Maximize, Minus, Mouse, Plus, Touchpad } from 'lucide-react';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { motionMs } from './motion-ms';
import { setPointerMode, usePointerMode } from './pointer-mode';

/** Zoom, fit and minimap, in the lower left corner. */
export function CanvasControls() {
  const t = useTexts();
  const flow = useReactFlow();
  const { store, viewport } = useBuilderSession();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  const isMinimapShown = useBuilder((state) => state.isMinimapShown);
  return (
    <div
      role="toolbar"
      aria-label={t('canvasLabels.controls')}
      className="absolute bottom-3 left-3 z-10 flex items-center rounded-lg border border-line bg-surface p-0.5"
    >
      <IconButton
        size="sm"
        label={t('canvasLabels.zoomOut')}
        onClick={() => {
          void flow.zoomOut({ duration: motionMs() });
        }}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <Button
        size="sm"
        variant="ghost"
        className="w-13 px-0 tabular-nums"
        aria-label={t('canvasLabels.zoomReset', { percent })}
        onClick={() => viewport.get()?.resetZoom()}
      >
        {percent} %
      </Button>
      <IconButton
        size="sm"
        label={t('canvasLabels.zoomIn')}
        onClick={() => {
          void flow.zoomIn({ duration: motionMs() });
        }}
      >
        <Plus aria-hidden="true" />
      </IconButton>
      <span aria-hidden="true" className="mx-0.5 h-5 border-l border-line" />
      <IconButton size="sm" label={t('canvasLabels.fit')} onClick={() => viewport.get()?.fit()}>
        <Maximize aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        aria-pressed={isMinimapShown}
        label={isMinimapShown ? t('canvasLabels.minimapHide') : t('canvasLabels.minimapShow')}
        className={isMinimapShown ? 'bg-accent-soft text-accent-text' : ''}
        onClick={() => {
          store.getState().toggle('isMinimapShown');
        }}
      >
        <MapIcon aria-hidden="true" />
      </IconButton>
      <PointerModeButton />
    </div>
  );
}

/** What the wheel and dragging do; touch screens have neither. */
function PointerModeButton() {
  const t = useTexts();
  const mode = usePointerMode();
  const Icon = mode === 'mouse' ? Mouse : Touchpad;
  return (
    <IconButton
      size="sm"
      className="touch:hidden"
      label={t(mode === 'mouse' ? 'canvasLabels.mouseMode' : 'canvasLabels.trackpadMode')}
      onClick={() => {
        setPointerMode(mode === 'mouse' ? 'trackpad' : 'mouse');
      }}
    >
      <Icon aria-hidden="true" />
    </IconButton>
  );
}
