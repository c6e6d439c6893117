/** CSS pixels of the recorded screen. */
export const screenSize = { width: 360, height: 640 };
/** Pixels of a picture for each of them. */
export const pictureScale = 2;
