export type Position = { x: number; y: number };
export type Positions = Readonly<Record<string, Position>>;
