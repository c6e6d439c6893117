// One file to fetch for what lies on cards and connections once somebody works with them.
export { CardTools } from './card-tools';
export { EdgeTools } from './edge-tools';
