export { fileSource, objectSource } from "./byte-source";
export { cutFilm } from "./cut-film";
export { findPrograms, type MediaPrograms } from "./find-program";
export { type ProbedMedia, probe } from "./probe";
export type { Rendered } from "./rendered";
export { type Poster, takePoster } from "./take-poster";
export { takeStoryboard } from "./take-storyboard";
export { takeWaveform } from "./take-waveform";
