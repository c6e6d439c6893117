// One file to fetch for what opens with a click on the canvas, fetched while nothing else is to be done.
export { BuilderDialogs } from './dialogs/builder-dialogs';
export { StepPanel } from './panel/step-panel';
export { AddMenu } from './palette/add-menu';
export { SelectionBar } from './selection/selection-bar';
