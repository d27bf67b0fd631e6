export { fileSource, objectSource } from "./byte-source";
export { cutFilm } from "./cut-film";
export { findPrograms, type MediaPrograms } from "./find-program";
export { type ProbedMedia, probe } from "./probe";
export { type Poster, takePoster } from "./take-poster";
