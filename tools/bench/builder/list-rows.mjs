import { row } from '../table.mjs';

const whole = { 500: 50, 1000: 40, 2000: 25 };
const atZoomOne = { 300: 55, 500: 55, 1000: 55, 2000: 50 };
const opening = { 300: 800, 2000: 1_500 };

const only = (size, wanted, target) => (size === wanted ? target : undefined);

/** What each part of the measurement found in a flow of that size, beside the targets that hold for it. */
export const listRows = (size) => {
  const at = (what) => `${size} steps: ${what}`;
  const ms = (id, what, value, most) => row(id, at(what), value, { most, unit: 'ms' });
  const fps = (id, what, { fps: value }, least) => row(id, at(what), value, { least, unit: 'fps' });
  return {
    opening: (openMs) => [ms('P6', 'opening, warm, until it answers', openMs, opening[size])],
    moving: ({ pan, dragStep, zoom, panWhole }) => [
      fps('P7', 'moving the canvas at zoom 1', pan, atZoomOne[size]),
      fps('P7', 'dragging a step at zoom 1', dragStep, atZoomOne[size]),
      fps('P7', 'zooming', zoom, atZoomOne[size]),
      fps('P8', 'moving all of the flow', panWhole, whole[size]),
      ms('P8', '95th percentile of its frames', panWhole.p95FrameMs, only(size, 1000, 60)),
      ms('P9', 'main thread for a frame of dragging', dragStep.taskMsPerFrame, only(size, 1000, 10)),
    ],
    typing: ({ p95Ms, cardsChanged }) => [
      ms('P10', 'key to paint, p95', p95Ms, only(size, 1000, 50)),
      row('P10', at('cards a text changes'), cardsChanged, { most: 1 }),
    ],
    undo: ({ p95Ms }) => [ms('P11', 'undo or redo to paint, p95', p95Ms, only(size, 1000, 50))],
    tidy: ({ workerMs, longestTaskMs }) => [
      ms('P12', 'tidying, in the worker', workerMs, only(size, 500, 400)),
      ms('P12', 'tidying, longest task of the page', longestTaskMs, only(size, 500, 50)),
    ],
  };
};
