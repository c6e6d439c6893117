/** How much room the two buttons in the middle of a connection take, in pixels. */
export const edgeToolsWidth = 52;
