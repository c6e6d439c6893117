// One file to fetch for what surrounds the first picture of a flow and works on it from then on.
export { BuilderWork } from './builder-work';
export { CardTools } from './canvas/card-tools';
export { EdgeTools } from './canvas/edge-tools';
export { FarPicture } from './canvas/far/far-picture';
export { Palette } from './palette/palette';
export { Presence } from './presence/presence';
export { BarTools } from './topbar/bar-tools';
