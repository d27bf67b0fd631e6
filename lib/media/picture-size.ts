/** Above this a picture is not decoded here: 4 bytes a pixel are held in memory. */
export const maxPixels = 100_000_000;

/** The longer side of a poster. */
export const posterPixels = 480;
